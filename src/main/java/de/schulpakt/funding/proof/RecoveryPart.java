package de.schulpakt.funding.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What of a recovery went back out of one drawdown, in cents. */
@Entity
@Table(name = "proof_recovery_part")
class RecoveryPart {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "recovery_id")
    private Long recoveryId;
    @Column(name = "drawdown_id")
    private Long drawdownId;
    @Column(name = "grant_cents")
    private long grantCents;

    protected RecoveryPart() {
    }

    RecoveryPart(Long recoveryId, Long drawdownId, long grantCents) {
        this.recoveryId = recoveryId;
        this.drawdownId = drawdownId;
        this.grantCents = grantCents;
    }
}
