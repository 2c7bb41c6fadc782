package de.schulpakt.platform.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A letter on its way. */
@Entity
@Table(name = "mail")
class MailRow {
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24));
    /** A node that sends longer than this has died. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(5);
    private static final int MOST_PROBLEM = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "recipient")
    private String recipient;
    @Column(name = "recipient_name")
    private String recipientName;
    @Column(name = "subject")
    private String subject;
    @Column(name = "body")
    private String body;
    @Column(name = "html")
    private String html;
    @Column(name = "unsubscribe")
    private String unsubscribe;
    @Column(name = "reply_to")
    private String replyTo;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private MailState state;
    @Column(name = "tries")
    private int tries;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "problem")
    private String problem;
    @Column(name = "good_until_at")
    private Instant goodUntil;

    protected MailRow() {
    }

    MailRow(Letter letter, Instant now) {
        name = letter.name();
        recipient = letter.recipient();
        recipientName = letter.recipientName();
        subject = letter.subject().replaceAll("\\p{Cntrl}+", " ");
        body = letter.text();
        html = letter.html();
        unsubscribe = letter.unsubscribe();
        replyTo = letter.replyTo();
        goodUntil = letter.goodUntil();
        state = MailState.WAITING;
        createdAt = now;
        dueAt = now;
    }

    Long id() {
        return id;
    }

    /** What is needed to send it, with these files. */
    Outgoing take(Instant now, List<Letter.File> files) {
        become(MailState.SENDING, now.plus(LONGEST_SENDING));
        tries++;
        return new Outgoing(id, name, recipient, recipientName, subject, body, html, unsubscribe, replyTo, createdAt, files);
    }

    void sent(Instant now) {
        become(MailState.SENT, now);
        sentAt = now;
        problem = null;
        if (goodUntil != null) {
            body = null;
            html = null;
        }
    }

    /** It is tried again later, or no more. */
    void failed(String why, boolean forGood, Instant now) {
        problem = cut(why);
        if (forGood || tries > WAITS.size()) {
            become(MailState.DEAD, now);
        } else {
            become(MailState.WAITING, now.plus(WAITS.get(tries - 1)));
        }
    }

    /** The server could not be reached at all: that was no try. */
    void putBack(String why, Instant now) {
        problem = cut(why);
        become(MailState.WAITING, now);
        tries--;
    }

    /** An administrator has it tried anew; false if it is not dead. */
    boolean again(Instant now) {
        if (state != MailState.DEAD) {
            return false;
        }
        become(MailState.WAITING, now);
        tries = 0;
        return true;
    }

    private void become(MailState to, Instant due) {
        state = to;
        dueAt = due;
    }

    private static String cut(String why) {
        if (why == null) {
            return null;
        }
        String line = why.replaceAll("\\s+", " ").strip();
        return line.length() > MOST_PROBLEM ? line.substring(0, MOST_PROBLEM) : line;
    }

    /** A letter that is being sent. */
    record Outgoing(Long id, String name, String recipient, String recipientName, String subject, String body, String html, String unsubscribe, String replyTo,
            Instant writtenAt, List<Letter.File> files) {
    }
}
