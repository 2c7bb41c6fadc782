package de.schulpakt.funding.programme;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;

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
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("ProgrammeRule", id, label());
    }

    boolean isOf(Long programme) {
        return programmeId.equals(programme);
    }

    String label() {
        String of = ProgrammeQueries.ALL.equals(category) ? "" : ", " + Texts.get(Locale.GERMAN, Category.valueOf(category));
        return Texts.get(Locale.GERMAN, kind) + of + " = " + value;
    }

    /** From now on the value is verified by this source. */
    void confirm(Programmes.ConfirmRule cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.source = cmd.source().strip();
        if (cmd.sourceUrl() != null && !cmd.sourceUrl().isBlank()) {
            this.sourceUrl = cmd.sourceUrl().strip();
        }
        this.verified = true;
    }
}
