package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an approved invoice has spent on one line of an order, and the cash discount that was taken on it. Its postings name it. */
@Entity
@Table(name = "invoice_part")
class InvoicePart {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "invoice_id")
    private Long invoiceId;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "pieces")
    private int pieces;
    @Column(name = "gross_cents")
    private long grossCents;
    @Column(name = "discount_cents")
    private long discountCents;
    @Column(name = "spending_id")
    private Long spendingId;
    @Column(name = "delivery_line_id")
    private Long deliveryLineId;

    protected InvoicePart() {
    }

    InvoicePart(Long invoiceId, Long orderLineId, int pieces, long grossCents, Long deliveryLineId) {
        this.invoiceId = invoiceId;
        this.orderLineId = orderLineId;
        this.pieces = pieces;
        this.grossCents = grossCents;
        this.deliveryLineId = deliveryLineId;
    }

    void spent(Long posting) {
        this.spendingId = posting;
    }

    Long id() {
        return id;
    }

    Long orderLineId() {
        return orderLineId;
    }

    int pieces() {
        return pieces;
    }

    long grossCents() {
        return grossCents;
    }

    /** So much more of a cash discount was taken, or less. */
    void discounted(long cents) {
        this.discountCents += cents;
    }

    long discountCents() {
        return discountCents;
    }

    Long spendingId() {
        return spendingId;
    }

    String source() {
        return "invoice_part:" + id;
    }

    String backSource() {
        return "invoice_back:" + id;
    }
}
