package de.schulpakt.school.letter;

import de.schulpakt.paper.print.Letter;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A part of what an authority brings to its papers, as it was written once. */
@Entity
@Table(name = "letter_version")
class LetterVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private long authorityId;
    @Column(name = "part")
    private String part;
    @Column(name = "lang")
    private String lang;
    @Column(name = "no")
    private int no;
    @Column(name = "sender")
    private String sender;
    @Column(name = "contact")
    private String contact;
    @Column(name = "footer")
    private String footer;
    @Column(name = "logo")
    private byte[] logo;
    @Column(name = "opening")
    private String opening;
    @Column(name = "closing")
    private String closing;
    @Column(name = "in_force")
    private Boolean inForce;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "used_by")
    private String usedBy;
    @Column(name = "used_at")
    private Instant usedAt;

    protected LetterVersion() {
    }

    LetterVersion(long authorityId, String part, String lang, int no, Letters.Write cmd, byte[] logo, Actor actor, Instant now) {
        this.authorityId = authorityId;
        this.part = part;
        this.lang = lang;
        this.no = no;
        boolean head = part.equals(Letters.HEAD);
        this.sender = head ? blank(cmd.sender()) : null;
        this.contact = head ? blank(cmd.contact()) : null;
        this.footer = head ? blank(cmd.footer()) : null;
        this.logo = head ? logo : null;
        this.opening = head ? null : blank(cmd.opening());
        this.closing = head ? null : blank(cmd.closing());
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.madeAt = now;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Long id() {
        return id;
    }

    long authorityId() {
        return authorityId;
    }

    String part() {
        return part;
    }

    String lang() {
        return lang;
    }

    int no() {
        return no;
    }

    byte[] logo() {
        return logo;
    }

    boolean inForce() {
        return Boolean.TRUE.equals(inForce);
    }

    Ref ref() {
        return new Ref("LetterVersion", id, part + " " + lang + " " + no).ofAuthority(authorityId);
    }

    /** From now on it counts. */
    void use(Actor actor, Instant now) {
        inForce = true;
        usedBy = actor.name();
        usedAt = now;
    }

    /** Another one counts now. */
    void rest() {
        inForce = null;
    }

    /** A letter with this head and these words and the number for electronic invoices; each may be missing. */
    static Letter letter(LetterVersion head, LetterVersion words, String authority, String leitwegId) {
        return new Letter(head == null || head.sender == null ? authority : head.sender, head == null ? null : head.contact,
                leitwegId, head == null ? null : head.logo, head == null ? null : head.footer,
                words == null ? null : words.opening, words == null ? null : words.closing);
    }
}
