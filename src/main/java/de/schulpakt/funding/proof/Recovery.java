package de.schulpakt.funding.proof;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Grant money that the granting body claims back after it has checked a proof. Amounts in cents. */
@Entity
@Table(name = "proof_recovery")
class Recovery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "proof_id")
    private Long proofId;
    @Column(name = "grant_cents")
    private long grantCents;
    @Column(name = "interest_cents")
    private long interestCents;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "demanded_on")
    private LocalDate demandedOn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "reference")
    private String reference;
    @Column(name = "reason")
    private String reason;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    @Column(name = "live")
    private Integer live;

    protected Recovery() {
    }

    Recovery(Long proofId, Proofs.Reclaim cmd) {
        this.proofId = proofId;
        this.grantCents = cmd.grantCents();
        this.interestCents = cmd.interestCents();
        this.fromOn = cmd.interestFromOn();
        this.demandedOn = cmd.demandedOn();
        this.dueOn = cmd.dueOn();
        this.reference = cmd.reference() == null || cmd.reference().isBlank() ? null : cmd.reference().strip();
        this.reason = cmd.reason().strip();
        this.live = 1;
    }

    Long id() {
        return id;
    }

    boolean isOf(Long proof) {
        return proofId.equals(proof);
    }

    boolean isLive() {
        return live != null;
    }

    LocalDate demandedOn() {
        return demandedOn;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    Money grant() {
        return Money.of(grantCents);
    }

    Money interest() {
        return Money.of(interestCents);
    }

    /** The day on which it was paid, null if it was not after all. */
    void paid(LocalDate on) {
        this.paidOn = on;
    }

    void dropped() {
        this.live = null;
    }
}
