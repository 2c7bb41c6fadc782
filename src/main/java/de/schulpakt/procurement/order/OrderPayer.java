package de.schulpakt.procurement.order;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of an order line that one budget pays, gross in cents, and what of it is still committed. */
@Entity
@Table(name = "order_payer")
class OrderPayer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "open_cents")
    private long openCents;
    @Column(name = "commitment_id")
    private Long commitmentId;

    protected OrderPayer() {
    }

    OrderPayer(Long orderLineId, Long budgetId, long amountCents) {
        this.orderLineId = orderLineId;
        this.budgetId = budgetId;
        this.amountCents = amountCents;
    }

    /** So much is committed under this posting; nothing without one. */
    void committed(Long commitment, long cents) {
        this.commitmentId = commitment;
        this.openCents = commitment == null ? 0 : cents;
    }

    Long orderLineId() {
        return orderLineId;
    }

    Long budgetId() {
        return budgetId;
    }

    long amountCents() {
        return amountCents;
    }

    long openCents() {
        return openCents;
    }

    Money open() {
        return Money.of(openCents);
    }

    Long commitmentId() {
        return commitmentId;
    }
}
