package de.schulpakt.notice.answer;

import de.schulpakt.identity.account.SignIn;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Decides what a message is. It stands outside transactions: files are looked at before anything is stored. */
@ApplicationScoped
public class AnswerDesk {
    private static final Logger LOG = Logger.getLogger(AnswerDesk.class.getName());
    /** A larger message is not fetched. */
    private static final int LARGEST = 100 << 20;
    private static final int MOST_FILES = 20;
    @Inject
    Arrivals arrivals;
    @Inject
    AnswerAddress addresses;
    @Inject
    SignIn signIn;
    @Inject
    Intake intake;

    /** What the mailbox is to do with the message. */
    public enum Then {
        /** It is stored what became of it: it may go. */
        DELETE,
        /** It waits for an administrator: it stays, and is marked. */
        MARK,
        /** Nothing is stored: it stays as it is. */
        LEAVE
    }

    /** What comes with a message: the files that are taken, and a sentence for each that is not. */
    private record Brought(List<Received> files, List<String> notes) implements AutoCloseable {
        @Override
        public void close() {
            files.forEach(Received::close);
        }
    }

    /**
     * Sees to a message: makes it a comment, ignores it, or has it wait. One that is known by what names it is not taken again.
     *
     * @throws MessagingException if the mailbox fails; nothing is stored then
     */
    public Then take(MimeMessage message) throws MessagingException {
        Arrived head = MailReading.head(message);
        ArrivedState known = arrivals.known(head.hash()).orElse(null);
        if (known != null) {
            return known == ArrivedState.WAITING ? Then.MARK : seen(message, head, known);
        }
        if (head.automatic()) {
            arrivals.ignore(head, ArrivedReason.AUTOMATIC);
            return Then.DELETE;
        }
        AnswerAddress.Told told = addresses.told(head.to()).orElse(null);
        if (told == null && arrivals.full()) {
            return Then.LEAVE;
        }
        if (message.getSize() > LARGEST) {
            return waits(head, told, ArrivedReason.TOO_LARGE);
        }
        Arrived mail;
        try {
            mail = MailReading.whole(message);
        } catch (MessagingException | IOException | RuntimeException e) {
            unlessAway(message, e);
            LOG.log(Level.WARNING, "a message cannot be read", e);
            return waits(head.without(), told, ArrivedReason.UNREADABLE);
        }
        if (mail.words().isEmpty() && mail.files().isEmpty()) {
            arrivals.ignore(mail, ArrivedReason.EMPTY);
            return Then.DELETE;
        }
        ArrivedReason why = told == null ? ArrivedReason.UNKNOWN : !told.active() ? ArrivedReason.NO_RIGHT
                : told.email() == null || !told.email().equalsIgnoreCase(mail.sender()) ? ArrivedReason.SENDER
                : arrivals.many(told.userId()) ? ArrivedReason.TOO_MANY : null;
        return why == null ? say(message, mail, told) : waits(mail, told, why);
    }

    /** One that an administrator has seen to, or that was taken before the mailbox let it go. */
    private Then seen(MimeMessage message, Arrived head, ArrivedState known) throws MessagingException {
        if (known == ArrivedState.ASSIGNED || known == ArrivedState.DROPPED) {
            Brought brought = known == ArrivedState.ASSIGNED && message.getSize() <= LARGEST ? brought(message, Locale.GERMAN) : new Brought(List.of(), List.of());
            try (brought) {
                arrivals.follow(head.hash(), brought.files(), brought.notes());
            } catch (Refused full) {
                LOG.log(Level.WARNING, "files of a message that was assigned are not kept", full);
                List<String> notes = new ArrayList<>(brought.notes());
                notes.add(noFiles(full, Locale.GERMAN));
                arrivals.follow(head.hash(), List.of(), notes);
            }
        }
        return Then.DELETE;
    }

    private Then waits(Arrived mail, AnswerAddress.Told told, ArrivedReason why) {
        if (arrivals.full()) {
            return Then.LEAVE;
        }
        arrivals.await(mail, told, why);
        return Then.MARK;
    }

    private Then say(MimeMessage message, Arrived mail, AnswerAddress.Told told) throws MessagingException {
        Locale locale = "en".equals(told.language()) ? Locale.ENGLISH : Locale.GERMAN;
        try (Brought brought = brought(message, locale)) {
            signIn.as(told.login(), () -> said(mail, told, brought, locale));
            return Then.DELETE;
        } catch (NotFound | Forbidden noRight) {
            LOG.log(Level.FINE, "no right to say it there", noRight);
            return waits(mail, told, ArrivedReason.NO_RIGHT);
        }
    }

    /** With all of it; without a name that calls nobody; and without files that the house has no place for. */
    private void said(Arrived mail, AnswerAddress.Told told, Brought brought, Locale locale) {
        String words = mail.words().isEmpty() ? Texts.get(locale, "answer.no_words") : mail.words();
        try {
            arrivals.say(mail, told, noted(words, brought.notes()), brought.files());
        } catch (Refused why) {
            LOG.log(Level.INFO, "a message is taken without what is refused in it: {0}", why.code());
            boolean name = why.code().startsWith("comment.mention");
            List<String> notes = new ArrayList<>(brought.notes());
            if (!name) {
                notes.add(noFiles(why, locale));
            }
            arrivals.say(mail, told, noted(Arrivals.plain(words), notes), name ? brought.files() : List.of());
        }
    }

    private static String noFiles(Refused why, Locale locale) {
        return Texts.get(locale, "answer.no_files", Explained.of(why, locale).map(Explained::detail).orElse(why.code()));
    }

    /** The words, and what has to be said of the files; where both are too long, of both. */
    static String noted(String words, List<String> notes) {
        String more = notes.isEmpty() ? "" : "\n\n" + String.join("\n", notes);
        String cut = Arrived.cut(more, Arrived.LONGEST / 2);
        return Arrived.cut(words, Arrived.LONGEST - cut.length()) + cut;
    }

    /** A file that cannot be read keeps back neither the words nor the others; a mailbox that is away meanwhile keeps back all. */
    private Brought brought(MimeMessage message, Locale locale) throws MessagingException {
        Brought all = new Brought(new ArrayList<>(), new ArrayList<>());
        boolean good = false;
        try {
            for (Part part : files(message, all, locale)) {
                if (all.files().size() == MOST_FILES) {
                    all.notes().add(Texts.get(locale, "answer.too_many_files", MOST_FILES));
                    break;
                }
                String name = MailReading.name(part);
                try {
                    all.files().add(file(part, name));
                } catch (Refused why) {
                    all.notes().add(Texts.get(locale, "answer.no_file", name, Explained.of(why, locale).map(Explained::detail).orElse(why.code())));
                } catch (MessagingException | IOException broken) {
                    unlessAway(message, broken);
                    LOG.log(Level.WARNING, "a file of a message cannot be read", broken);
                    all.notes().add(Texts.get(locale, "answer.no_file", name, Texts.get(locale, "paper.broken")));
                }
            }
            good = true;
            return all;
        } finally {
            if (!good) {
                all.close();
            }
        }
    }

    private static List<Part> files(MimeMessage message, Brought all, Locale locale) throws MessagingException {
        try {
            return MailReading.files(message);
        } catch (MessagingException | IOException broken) {
            unlessAway(message, broken);
            LOG.log(Level.WARNING, "the files of a message cannot be read", broken);
            all.notes().add(Texts.get(locale, "answer.no_files", Texts.get(locale, "paper.broken")));
            return List.of();
        }
    }

    /** What fails here and not in the message is thrown as it is: the message is tried again. */
    private Received file(Part part, String name) throws MessagingException, IOException {
        try (Sent in = new Sent(part.getInputStream())) {
            try {
                return intake.take(in, name);
            } catch (UncheckedIOException e) {
                if (in.failed != null) {
                    throw in.failed;
                }
                throw e;
            }
        }
    }

    /** Throws if it is not the message that fails, but the mailbox that is away. */
    private static void unlessAway(MimeMessage message, Exception why) throws MessagingException {
        if (why instanceof FolderClosedException folder) {
            throw folder;
        }
        if (why instanceof StoreClosedException store) {
            throw store;
        }
        Folder folder = message.getFolder();
        if (folder != null && !folder.isOpen()) {
            FolderClosedException away = new FolderClosedException(folder, String.valueOf(why.getMessage()));
            away.setNextException(why);
            throw away;
        }
    }

    /** Bytes as they were sent; remembers whether reading them has failed. */
    private static final class Sent extends FilterInputStream {
        private IOException failed;

        Sent(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failed = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            try {
                return super.read(to, from, most);
            } catch (IOException e) {
                failed = e;
                throw e;
            }
        }
    }
}
