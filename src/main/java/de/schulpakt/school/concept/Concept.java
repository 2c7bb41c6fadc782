package de.schulpakt.school.concept;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A version of a concept of a school. */
@Entity
@Table(name = "school_concept")
class Concept {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ConceptKind kind;
    @Column(name = "edition")
    private int edition;
    @Column(name = "title")
    private String title;
    @Column(name = "resolved_on")
    private LocalDate resolvedOn;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "approver")
    private String approver;
    @Column(name = "approved_on")
    private LocalDate approvedOn;
    @Column(name = "school_signed_on")
    private LocalDate schoolSignedOn;
    @Column(name = "authority_signed_on")
    private LocalDate authoritySignedOn;
    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Concept() {
    }

    Concept(Long schoolId, ConceptKind kind, int edition, Concepts.Details details, String by, Instant at) {
        this.schoolId = schoolId;
        this.kind = kind;
        this.edition = edition;
        this.recordedBy = by;
        this.recordedAt = at;
        write(details);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(new Ref("Concept", id, String.valueOf(edition)), seen, version);
    }

    /** Refused with {@code school_concept.withdrawn}, and with {@code school_concept_approved} unless who approved and when are both there. */
    final void write(Concepts.Details details) {
        unlessWithdrawn();
        String who = Fold.text(details.approver());
        who = who == null || who.isEmpty() ? null : who;
        if ((who == null) != (details.approvedOn() == null)) {
            throw new Refused("school_concept_approved");
        }
        this.title = Fold.text(details.title());
        this.resolvedOn = details.resolvedOn();
        this.validFrom = details.validFrom();
        this.approver = who;
        this.approvedOn = details.approvedOn();
    }

    /** Refused with {@code school_concept.stands_signed} while a signature stands: it was given for what the version says. */
    void change(Concepts.Details details) {
        unlessWithdrawn();
        if (schoolSignedOn != null || authoritySignedOn != null) {
            throw new Refused("school_concept.stands_signed");
        }
        write(details);
    }

    /**
     * The day on which a side signed, or null to take it back; refused with {@code school_concept.not_to_sign} for a media concept, with
     * {@code school_concept.signed_early} before the school resolved on it.
     */
    void signed(ConceptSide side, LocalDate on) {
        unlessWithdrawn();
        if (kind != ConceptKind.SUPPORT) {
            throw new Refused("school_concept.not_to_sign");
        }
        LocalDate before = side == ConceptSide.SCHOOL ? schoolSignedOn : authoritySignedOn;
        if ((before == null) == (on == null)) {
            throw new Refused(on == null ? "school_concept.not_signed" : "school_concept.signed", side);
        }
        if (on != null && on.isBefore(resolvedOn)) {
            throw new Refused("school_concept.signed_early", resolvedOn);
        }
        if (side == ConceptSide.SCHOOL) {
            schoolSignedOn = on;
        } else {
            authoritySignedOn = on;
        }
    }

    void withdraw(LocalDate on) {
        unlessWithdrawn();
        withdrawnOn = on;
    }

    /** Refused with {@code school_concept.counts} unless it was withdrawn. */
    void restore() {
        if (withdrawnOn == null) {
            throw new Refused("school_concept.counts");
        }
        withdrawnOn = null;
    }

    private void unlessWithdrawn() {
        if (withdrawnOn != null) {
            throw new Refused("school_concept.withdrawn", withdrawnOn);
        }
    }

    /** Which version it is. */
    Sentence words() {
        return Sentence.of("said.school_concept", kind, edition, title);
    }
}
