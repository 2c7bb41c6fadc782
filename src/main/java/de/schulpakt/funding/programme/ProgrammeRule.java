package de.schulpakt.funding.programme;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
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

/** One rule of a programme as data: what, for which category, from when, on whose word, and whether that was verified. */
@Entity
@Table(name = "programme_rule")
class ProgrammeRule {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "programme_id")
    private Long programmeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private RuleKind kind;
    @Column(name = "category")
    private String category;
    @Column(name = "value")
    private String value;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "source")
    private String source;
    @Column(name = "source_url")
    private String sourceUrl;
    @Column(name = "verified")
    private boolean verified;
    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private RuleStatus status;
    @Column(name = "withdrawal_reason")
    private String withdrawalReason;
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;
    @Version
    @Column(name = "version")
    private int version;

    protected ProgrammeRule() {
    }

    ProgrammeRule(Long programmeId, Programmes.AddRule cmd) {
        this.programmeId = programmeId;
        this.kind = cmd.kind();
        this.category = cmd.category() == null ? ProgrammeQueries.ALL : cmd.category().name();
        this.value = cmd.value().strip();
        this.validFrom = cmd.validFrom();
        this.source = cmd.source().strip();
        this.sourceUrl = cmd.sourceUrl() == null || cmd.sourceUrl().isBlank() ? null : cmd.sourceUrl().strip();
        this.verified = Boolean.TRUE.equals(cmd.verified());
        this.status = cmd.status();
    }

    Long id() {
        return id;
    }

    /** A rule has no number that people know: it goes by its {@link #words}. */
    Ref ref() {
        return new Ref("ProgrammeRule", id, null);
    }

    RuleKind kind() {
        return kind;
    }

    boolean isOf(Long programme) {
        return programmeId.equals(programme);
    }

    /** What the rule says. */
    Sentence words() {
        return ProgrammeQueries.ALL.equals(category) ? Sentence.of("said.rule", kind, kind.said(value))
                : Sentence.of("said.rule_category", kind, Category.valueOf(category), kind.said(value));
    }

    String source() {
        return source;
    }

    boolean verified() {
        return verified;
    }

    /** True while nobody has taken it back. */
    boolean stands() {
        return withdrawnAt == null;
    }

    boolean withdrawalAsked() {
        return withdrawalReason != null;
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSeen(words(), seen, version);
    }

    /** Somebody wants it withdrawn. */
    void askWithdrawal(String reason) {
        this.withdrawalReason = reason.strip();
    }

    /** It no longer holds; it stays for what relied on it. */
    void withdraw(String reason, Instant at) {
        this.withdrawalReason = reason.strip();
        this.withdrawnAt = at;
    }

    /** From now on the value is verified by this source. */
    void confirm(Programmes.ConfirmRule cmd) {
        Conflict.unlessSeen(words(), cmd.version(), version);
        this.source = cmd.source().strip();
        if (cmd.sourceUrl() != null && !cmd.sourceUrl().isBlank()) {
            this.sourceUrl = cmd.sourceUrl().strip();
        }
        this.verified = true;
    }
}
