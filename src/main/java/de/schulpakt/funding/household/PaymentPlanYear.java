package de.schulpakt.funding.household;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a payment plan has in one household year, in cents. */
@Entity
@Table(name = "payment_plan_year")
class PaymentPlanYear {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "plan_id")
    private Long planId;
    @Column(name = "plan_year")
    private int year;
    @Column(name = "amount_cents")
    private long amountCents;

    protected PaymentPlanYear() {
    }

    PaymentPlanYear(Long planId, int year, long amountCents) {
        this.planId = planId;
        this.year = year;
        this.amountCents = amountCents;
    }
}
