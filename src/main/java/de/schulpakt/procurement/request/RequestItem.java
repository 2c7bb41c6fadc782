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
import java.util.List;

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
    @Column(name = "set_id")
    private Long setId;
    @Column(name = "payer_changes")
    private int payerChanges;

    protected RequestItem() {
    }

    RequestItem(Long requestId, int lineNo, Article item, Long roomId, int quantity, Long setId) {
        this.requestId = requestId;
        this.lineNo = lineNo;
        this.itemId = item.id();
        this.roomId = roomId;
        this.quantity = quantity;
        this.priceCents = item.price().cents();
        this.category = item.category();
        this.setId = setId;
    }

    /** It is ordered and stands under the rules of this budget from now on. */
    void passed(Long mainBudgetId) {
        this.budgetId = mainBudgetId;
    }

    /** The parts of the line are reserved; it stands under the rules of this budget, whose reservation says that it is open. */
    void reserved(Long mainBudgetId, Long mainReservationId) {
        this.budgetId = mainBudgetId;
        this.reservationId = mainReservationId;
    }

    /** Others are to pay than before: what they reserve has a source of its own. */
    void payersChange() {
        this.payerChanges++;
    }

    /** The decision was taken back: nobody pays it yet, and what pays it then has a source of its own. */
    void undecided() {
        if (budgetId != null) {
            this.budgetId = null;
            this.payerChanges++;
        }
    }

    /** The reservations are resolved: by commitments, or because the line is given up. */
    void resolved() {
        this.reservationId = null;
    }

    /** So many pieces of it are moved to another request, as a line with the same price. */
    RequestItem part(Long otherRequest, int lineNoThere, int pieces) {
        RequestItem part = new RequestItem();
        part.requestId = otherRequest;
        part.lineNo = lineNoThere;
        part.itemId = itemId;
        part.roomId = roomId;
        part.quantity = pieces;
        part.priceCents = priceCents;
        part.category = category;
        part.setId = setId;
        return part;
    }

    /** Only so many pieces are left of it. */
    void onlyPieces(int pieces) {
        this.quantity = pieces;
    }

    /** The line as the orders see it. */
    Wish wish(Request request, List<Part> parts) {
        return new Wish(id, requestId, request.no(), request.schoolId(), itemId, roomId, quantity, price(), budgetId,
                reservationId, parts, category);
    }

    /** True while money is reserved for it and it is not ordered. */
    boolean open() {
        return reservationId != null;
    }

    Money total() {
        return Money.of(priceCents).times(quantity);
    }

    String source() {
        return payerChanges == 0 ? "request_item:" + id : "request_item:" + id + ":" + payerChanges;
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
