package de.schulpakt.procurement.request;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of a request's line that one budget pays, gross in cents, and the reservation that holds it. */
@Entity
@Table(name = "request_payer")
class RequestPayer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "request_item_id")
    private Long requestItemId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "reservation_id")
    private Long reservationId;

    protected RequestPayer() {
    }

    RequestPayer(Long requestItemId, Part part) {
        this.requestItemId = requestItemId;
        this.budgetId = part.budgetId();
        this.amountCents = part.cents();
        this.reservationId = part.reservationId();
    }

    /** The reservation is resolved: by a commitment, or because the line is given up. */
    void resolved() {
        this.reservationId = null;
    }

    Part part() {
        return new Part(budgetId, amountCents, reservationId);
    }

    Long requestItemId() {
        return requestItemId;
    }

    Long budgetId() {
        return budgetId;
    }

    Money amount() {
        return Money.of(amountCents);
    }

    Long reservationId() {
        return reservationId;
    }
}
