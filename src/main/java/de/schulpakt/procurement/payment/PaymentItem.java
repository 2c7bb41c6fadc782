package de.schulpakt.procurement.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An invoice in a payment list, with the account to which it is paid. */
@Entity
@Table(name = "payment_item")
class PaymentItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "list_id")
    private Long listId;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "transfer_no")
    private Integer transferNo;
    @Column(name = "invoice_id")
    private Long invoiceId;
    @Column(name = "open_invoice_id")
    private Long openInvoiceId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PaymentItemState state;
    @Column(name = "holder")
    private String holder;
    @Column(name = "iban")
    private String iban;
    @Column(name = "bic")
    private String bic;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "discount_cents")
    private long discountCents;
    @Column(name = "purpose")
    private String purpose;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    @Column(name = "bounced")
    private boolean bounced;

    protected PaymentItem() {
    }

    PaymentItem(Long listId, int lineNo, Payments.Due due) {
        this.listId = listId;
        this.lineNo = lineNo;
        this.transferNo = due.transferNo();
        this.invoiceId = due.invoice().id();
        this.openInvoiceId = due.invoice().id();
        this.state = PaymentItemState.OPEN;
        this.holder = due.account().holder();
        this.iban = due.account().iban();
        this.bic = due.account().bic();
        this.amountCents = due.amount().cents();
        this.discountCents = due.discount().cents();
        this.purpose = due.purpose();
    }

    /** The invoice was paid on that day. */
    void paid(LocalDate day) {
        become(PaymentItemState.PAID, day);
    }

    /** It is paid no longer. */
    void returned() {
        become(PaymentItemState.RETURNED, null);
    }

    /** The bank has returned it: this list does not pay it any more, whatever is paid later. */
    void bounced() {
        returned();
        this.bounced = true;
    }

    /** It is paid no longer, and its list is still to pay it. */
    void reopened() {
        become(PaymentItemState.OPEN, null);
        this.openInvoiceId = invoiceId;
    }

    /** It is not paid by this list. */
    void dropped() {
        become(PaymentItemState.DROPPED, null);
    }

    private void become(PaymentItemState next, LocalDate day) {
        this.state = next;
        this.openInvoiceId = null;
        this.paidOn = day;
    }

    Long listId() {
        return listId;
    }

    /** The transfer of which it is a part; null if it is one by itself. */
    Integer transferNo() {
        return transferNo;
    }

    long discountCents() {
        return discountCents;
    }

    boolean wasBounced() {
        return bounced;
    }

    PaymentItemState state() {
        return state;
    }
}
