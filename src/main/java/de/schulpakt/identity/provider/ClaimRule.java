package de.schulpakt.identity.provider;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One value of a claim gives one role at one place. */
@Entity
@Table(name = "claim_rule")
class ClaimRule {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "claim")
    private String claim;
    @Column(name = "value")
    private String wanted;
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "made_by")
    private long madeBy;
    @Column(name = "made_at")
    private Instant madeAt;

    protected ClaimRule() {
    }

    ClaimRule(String claim, String value, Grant grant, long madeBy, Instant madeAt) {
        this.claim = claim;
        this.wanted = value;
        this.role = grant.role();
        this.authorityId = grant.authorityId();
        this.schoolId = grant.schoolId();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    Long id() {
        return id;
    }

    long madeBy() {
        return madeBy;
    }

    Grant grant() {
        return new Grant(role, authorityId, schoolId);
    }

    boolean fits(ProviderClaims claims) {
        return claims.values(claim).contains(wanted);
    }

    /** The rule with what would become of its role. */
    ProviderQueries.Would would(ProviderQueries.Effect effect) {
        return new ProviderQueries.Would(role, authorityId, schoolId, effect, claim, wanted);
    }

    /** For the log. */
    Sentence said() {
        return Sentence.of("said.claim_rule", claim, wanted, role);
    }
}
