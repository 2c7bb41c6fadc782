package de.schulpakt.funding.programme;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** How much grant money (without own share) an authority may apply for in a programme. */
@Entity
@Table(name = "programme_ceiling")
class ProgrammeCeiling {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "ceiling_cents")
    private long ceilingCents;
    @Column(name = "source")
    private String source;
    @Column(name = "verified")
    private boolean verified;
    @Column(name = "verified_cents")
    private Long verifiedCents;
    @Column(name = "verified_source")
    private String verifiedSource;
    @Version
    @Column(name = "version")
    private int version;

    protected ProgrammeCeiling() {
    }

    ProgrammeCeiling(Long programmeId, Long authorityId) {
        this.programmeId = programmeId;
        this.authorityId = authorityId;
    }

    Long id() {
        return id;
    }

    /** A ceiling has no number that people know: it goes by its {@link #words}. */
    Ref ref() {
        return new Ref("ProgrammeCeiling", id, null).ofAuthority(authorityId);
    }

    Sentence words() {
        return Sentence.of("said.ceiling", amount());
    }

    /** The confirmed ceiling, and after it one that is still to be confirmed. */
    List<ProgrammeQueries.Limit> limits() {
        return ProgrammeQueries.limits(ceilingCents, source, verified, verifiedCents, verifiedSource);
    }

    Money amount() {
        return Money.of(ceilingCents);
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSeen(words(), seen, version);
    }

    /** To be confirmed by a second person; what was confirmed before goes on to hold. */
    void set(Money ceiling, String source) {
        this.ceilingCents = ceiling.cents();
        this.source = source.strip();
        this.verified = false;
    }

    /** From now on the amount is verified by this source. */
    void confirm(String source) {
        this.source = source.strip();
        this.verified = true;
        this.verifiedCents = ceilingCents;
        this.verifiedSource = this.source;
    }
}
