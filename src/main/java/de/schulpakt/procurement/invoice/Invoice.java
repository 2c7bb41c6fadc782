package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A supplier's invoice or credit note with its amounts as they are printed. Its lines are {@link InvoiceLine}s. */
@Entity
@Table(name = "invoice")
class Invoice implements Stateful<InvoiceState, InvoiceAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "delivery_id")
    private Long deliveryId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private InvoiceKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private InvoiceState state;
    @Column(name = "no")
    private String no;
    /** The number again, null once it is cancelled: such a number may come again. */
    @Column(name = "valid_no", insertable = false, updatable = false)
    private String validNo;
    @Column(name = "invoiced_on")
    private LocalDate invoicedOn;
    @Column(name = "supplied_on")
    private LocalDate suppliedOn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    @Column(name = "net_cents")
    private long netCents;
    @Column(name = "total_cents")
    private long totalCents;
    @Column(name = "rounding_cents")
    private long roundingCents;
    @Column(name = "prepaid_cents")
    private long prepaidCents;
    @Column(name = "payable_cents")
    private long payableCents;
    @Column(name = "discount_bp")
    private Integer discountBp;
    @Column(name = "discount_ends_on")
    private LocalDate discountUntil;
    @Column(name = "discount_cents")
    private long discountCents;
    @Column(name = "explanation")
    private String explanation;
    @Column(name = "reference")
    private String reference;
    @Column(name = "read_from")
    private Long readFrom;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Invoice() {
    }

    /** Captured as it is printed. */
    Invoice(Long authorityId, Invoices.Capture cmd, Instant now) {
        this.authorityId = authorityId;
        this.supplierId = cmd.supplierId();
        this.state = InvoiceState.CAPTURED;
        this.createdAt = now;
        write(cmd);
    }

    /** Booked with the goods of a delivery. */
    Invoice(Long supplierId, Long authorityId, Long deliveryId, Invoices.Receive cmd, long netCents, long totalCents, Instant now) {
        this.supplierId = supplierId;
        this.authorityId = authorityId;
        this.deliveryId = deliveryId;
        this.kind = InvoiceKind.INVOICE;
        this.state = InvoiceState.APPROVED;
        this.no = cmd.invoiceNo().strip();
        this.invoicedOn = cmd.invoicedOn();
        this.suppliedOn = cmd.receivedOn();
        this.netCents = netCents;
        this.totalCents = totalCents;
        this.payableCents = totalCents;
        this.createdAt = now;
    }

    /** The paper from which it was read. */
    void readFrom(Long paper) {
        readFrom = paper;
    }

    /** Writes down what is printed. */
    final void write(Invoices.Capture cmd) {
        this.kind = cmd.kind();
        this.no = cmd.no().strip();
        this.invoicedOn = cmd.invoicedOn();
        this.suppliedOn = cmd.suppliedOn();
        this.dueOn = cmd.dueOn();
        this.netCents = cmd.netCents();
        this.totalCents = cmd.totalCents();
        this.roundingCents = cmd.rounding();
        this.prepaidCents = cmd.prepaid();
        this.payableCents = cmd.payable();
        this.reference = cmd.reference();
        this.discountBp = cmd.discountBp();
        this.discountUntil = cmd.discountUntil();
        this.explanation = null;
    }

    /** Why it may differ from order and receipt, in the words of who has checked it. */
    void explained(String words) {
        this.explanation = words == null || words.isBlank() ? null : words.strip();
    }

    /** The day on which it was paid, null if it was not, and the cash discount that was taken. */
    void paid(LocalDate day, long discount) {
        this.paidOn = day;
        this.discountCents = discount;
    }

    /** The cash discount that its terms allow to who pays on that day, rounded half up. */
    Money discountOn(LocalDate day) {
        return discount(Money.of(payableCents), kind, discountBp, discountUntil, day);
    }

    static Money discount(Money payable, InvoiceKind kind, Integer bp, LocalDate until, LocalDate day) {
        return payable.cents() <= 0 || until == null || day.isAfter(until) || kind == InvoiceKind.CREDIT_NOTE ? Money.ZERO : payable.shareHalfUp(bp);
    }

    /** A step that a person asked for, who saw this version. The only place that writes state. */
    @Override
    public Change<InvoiceState> apply(InvoiceAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<InvoiceState> change = InvoiceFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    @Override
    public Transitions<InvoiceState, InvoiceAction> flow() {
        return InvoiceFlow.FLOW;
    }

    @Override
    public Ref ref() {
        return new Ref("Invoice", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public InvoiceState state() {
        return state;
    }

    Long id() {
        return id;
    }

    Long supplierId() {
        return supplierId;
    }

    InvoiceKind kind() {
        return kind;
    }

    String no() {
        return no;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    LocalDate invoicedOn() {
        return invoicedOn;
    }

    LocalDate suppliedOn() {
        return suppliedOn;
    }

    Integer discountBp() {
        return discountBp;
    }

    LocalDate discountUntil() {
        return discountUntil;
    }

    long payableCents() {
        return payableCents;
    }

    /** What belongs to no rate: rounding less what was paid before. */
    long adjustmentCents() {
        return roundingCents - prepaidCents;
    }
}
