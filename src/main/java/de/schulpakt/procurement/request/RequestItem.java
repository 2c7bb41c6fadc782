package de.schulpakt.procurement.request;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.catalogue.Article;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A line of a request: so many of an article for a room, at the gross unit price of the day it was written. */
@Entity
@Table(name = "request_item")
class RequestItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "request_id")
    private Long requestId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "item_id")
    private Long itemId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "quantity")
    private int quantity;
    @Column(name = "price_cents")
    private long priceCents;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "reservation_id")
    private Long reservationId;

    protected RequestItem() {
    }

    RequestItem(Long requestId, int lineNo, Article item, Long roomId, int quantity) {
        this.requestId = requestId;
        this.lineNo = lineNo;
        this.itemId = item.id();
        this.roomId = roomId;
        this.quantity = quantity;
        this.priceCents = item.price().cents();
        this.category = item.category();
    }

    void reserved(Long budgetId, Long reservationId) {
        this.budgetId = budgetId;
        this.reservationId = reservationId;
    }

    /** The reservation is resolved: by a commitment, or because the line is given up. */
    void resolved() {
        this.reservationId = null;
    }

    /** The line as the orders see it. */
    Wish wish(Request request) {
        return new Wish(id, requestId, request.no(), request.schoolId(), itemId, roomId, quantity, price(), budgetId,
                reservationId);
    }

    /** True while money is reserved for it and it is not ordered. */
    boolean open() {
        return reservationId != null;
    }

    Money total() {
        return Money.of(priceCents).times(quantity);
    }

    String source() {
        return "request_item:" + id;
    }

    Long id() {
        return id;
    }

    Long requestId() {
        return requestId;
    }

    int lineNo() {
        return lineNo;
    }

    Long itemId() {
        return itemId;
    }

    Long roomId() {
        return roomId;
    }

    int quantity() {
        return quantity;
    }

    Money price() {
        return Money.of(priceCents);
    }

    Category category() {
        return category;
    }

    Long budgetId() {
        return budgetId;
    }

    Long reservationId() {
        return reservationId;
    }
}
