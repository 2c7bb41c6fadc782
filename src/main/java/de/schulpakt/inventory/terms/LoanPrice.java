package de.schulpakt.inventory.terms;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What an authority claims for one kind of damage or loss. */
@Entity
@Table(name = "loan_price")
class LoanPrice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "label")
    private String label;
    @Column(name = "price_cents")
    private long priceCents;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Version
    @Column(name = "version")
    private int version;

    protected LoanPrice() {
    }

    LoanPrice(Terms.AddPrice cmd, Instant at, String by) {
        this.authorityId = cmd.authorityId();
        this.label = cmd.label().strip();
        this.priceCents = cmd.priceCents();
        this.madeAt = at;
        this.madeBy = by;
    }

    Long id() {
        return id;
    }

    Long authorityId() {
        return authorityId;
    }

    String label() {
        return label;
    }

    /** It is not asked any longer. */
    void end(Integer seen, Instant at, String by) {
        Conflict.unlessSame(ref(), seen, version);
        if (endedAt != null) {
            throw new Refused("loan_price.ended", label);
        }
        endedAt = at;
        endedBy = by;
    }

    Ref ref() {
        return new Ref("LoanPrice", id, label).ofAuthority(authorityId);
    }
}
