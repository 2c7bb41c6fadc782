package de.schulpakt.funding.audit;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A random sample of the devices of a grant; written once. */
@Entity
@Table(name = "audit_sample")
class Sample {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "seed")
    private long seed;
    @Column(name = "drawn")
    private int drawn;
    @Column(name = "out_of")
    private int outOf;
    @Column(name = "drawn_by")
    private String drawnBy;
    @Column(name = "drawn_at")
    private Instant drawnAt;

    protected Sample() {
    }

    Sample(String no, Long applicationId, Long authorityId, long seed, int drawn, int outOf, String drawnBy, Instant drawnAt) {
        this.no = no;
        this.applicationId = applicationId;
        this.authorityId = authorityId;
        this.seed = seed;
        this.drawn = drawn;
        this.outOf = outOf;
        this.drawnBy = drawnBy;
        this.drawnAt = drawnAt;
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("Sample", id, no).ofAuthority(authorityId);
    }
}
