package de.schulpakt.procurement.order;

import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.request.Wish;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** A line of an order: one line of a request, wholly, at the gross unit price ordered. May be delivered in parts. */
@Entity
@Table(name = "order_line")
class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "request_item_id")
    private Long requestItemId;
    @Column(name = "item_id")
    private Long itemId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "contract_id")
    private Long contractId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "quantity")
    private int quantity;
    @Column(name = "delivered")
    private int delivered;
    @Column(name = "cancelled")
    private int cancelled;
    @Column(name = "settled")
    private int settled;
    @Column(name = "price_cents")
    private long priceCents;
    @Column(name = "vat_bp")
    private int vatBp;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "commitment_id")
    private Long commitmentId;
    @Column(name = "expected_on")
    private LocalDate expectedOn;
    @Column(name = "warranty_months")
    private Integer warrantyMonths;
    @Version
    @Column(name = "version")
    private int version;

    protected OrderLine() {
    }

    OrderLine(Long orderId, int lineNo, Wish wish, Money price, int vatBp, Long contractId, LocalDate expectedOn) {
        this.orderId = orderId;
        this.lineNo = lineNo;
        this.requestItemId = wish.id();
        this.itemId = wish.itemId();
        this.schoolId = wish.schoolId();
        this.roomId = wish.roomId();
        this.quantity = wish.quantity();
        this.priceCents = price.cents();
        this.vatBp = vatBp;
        this.budgetId = wish.budgetId();
        this.contractId = contractId;
        this.expectedOn = expectedOn;
    }

    /** The supplier promises another day, null for none. */
    void expect(LocalDate day) {
        this.expectedOn = day;
    }

    LocalDate expectedOn() {
        return expectedOn;
    }

    /** What comes with it is under warranty for so many months; null: as long as its model is. */
    void warranted(Integer months) {
        this.warrantyMonths = months;
    }

    Integer warrantyMonths() {
        return warrantyMonths;
    }

    /** The posting that holds its money from now on, null for none. */
    void committed(Long commitmentId) {
        this.commitmentId = commitmentId;
    }

    /** It stands under the rules of this budget from now on. */
    void paidUnder(Long budget) {
        this.budgetId = budget;
    }

    /** So many pieces have come; their money stays committed until their invoice is approved. */
    void received(int pieces) {
        this.delivered += pieces;
    }

    /** An approved invoice pays so many pieces, or with less than nothing pays them no longer. */
    void settle(int pieces) {
        this.settled += pieces;
    }

    /** So many pieces that had come are back at the supplier, or had never come. */
    void sentBack(int pieces) {
        this.delivered -= pieces;
    }

    /** So many paid pieces were credited and come no more; below zero: they are paid again. */
    void credited(int pieces) {
        this.settled -= pieces;
        this.cancelled += pieces;
    }

    /** Paid pieces that are not here: they wait for their replacement or a credit note. */
    int owed() {
        return Math.max(0, settled - delivered);
    }

    /** So many of the awaited pieces will not come. */
    void cancel(int pieces) {
        this.cancelled += pieces;
    }

    /** What is awaited will not come. */
    void cancelRest() {
        this.cancelled += awaited();
    }

    /** The first day on which something of these lines is expected, or that one if nothing is awaited of them. */
    static LocalDate earliest(Collection<OrderLine> lines, LocalDate otherwise) {
        return lines.stream().noneMatch(l -> l.awaited() > 0) ? otherwise
                : lines.stream().filter(l -> l.awaited() > 0).map(OrderLine::expectedOn).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /** Pieces that are still to come. */
    int awaited() {
        return quantity - delivered - cancelled;
    }

    /** Pieces that were ordered and that no approved invoice has paid. */
    int unsettled() {
        return quantity - cancelled - settled;
    }

    /** Gross amount, at the ordered price, that stays committed for these pieces. */
    Money rest() {
        return price().times(unsettled());
    }

    Money total() {
        return price().times(quantity);
    }

    Money net() {
        return total().net(vatBp);
    }

    /** Of the pieces that were not called off; they need no award any more. */
    Money leftNet() {
        return price().times(quantity - cancelled).net(vatBp);
    }

    String source() {
        return "order_line:" + id;
    }

    Long id() {
        return id;
    }

    Long orderId() {
        return orderId;
    }

    int lineNo() {
        return lineNo;
    }

    Long requestItemId() {
        return requestItemId;
    }

    Long itemId() {
        return itemId;
    }

    Long schoolId() {
        return schoolId;
    }

    /** The framework contract that it calls off, null for none. */
    Long contractId() {
        return contractId;
    }

    Long roomId() {
        return roomId;
    }

    int quantity() {
        return quantity;
    }

    int delivered() {
        return delivered;
    }

    int cancelled() {
        return cancelled;
    }

    int settled() {
        return settled;
    }

    int vatBp() {
        return vatBp;
    }

    Money price() {
        return Money.of(priceCents);
    }

    Long budgetId() {
        return budgetId;
    }

    Long commitmentId() {
        return commitmentId;
    }
}
