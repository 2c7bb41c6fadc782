package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.rule.RuleChecks;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.DeviceMoney;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.catalogue.Articles;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.refusal.Refusals;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Invoices: captured as they are printed, checked against order and receipt, approved, which spends, and paid. Amounts in
 * cents; those of a credit note are printed above zero and taken back.
 */
@UseCases
public class Invoices {
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;
    private static final long MOST = 100_000_000_000L;

    @PersistenceContext
    EntityManager em;
    @Inject
    RuleChecks rules;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Duties duties;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Articles articles;
    @Inject
    OrderLines orders;
    @Inject
    Receipts receipts;
    @Inject
    Returns returns;
    @Inject
    Devices devices;
    @Inject
    DeviceMoney deviceMoney;
    @Inject
    Differences differences;
    @Inject
    News news;
    @Inject
    Event<Settled> settled;
    @Inject
    Event<Paying> paying;
    @Inject
    Event<Returning> returning;
    @Inject
    Event<Ending> ending;

    /**
     * An invoice as it is printed.
     *
     * @param no            number that the supplier gave it
     * @param suppliedOn    day of supply that it names, null if it names none
     * @param netCents      sum without tax
     * @param totalCents    sum with tax
     * @param roundingCents what is rounded, null for nothing
     * @param prepaidCents  what is deducted as paid before, null for nothing
     * @param reference     of the buyer, as an electronic invoice names it; may be null
     * @param vat           basis and tax of each rate
     * @param discountBp    cash discount that it offers, in basis points of what is payable; with discountUntil, the last day for it; both or none
     */
    public record Capture(@NotNull Long supplierId, @NotNull Long authorityId, @NotNull InvoiceKind kind, @NotBlank @Size(max = 60) String no,
            @NotNull LocalDate invoicedOn, LocalDate suppliedOn, LocalDate dueOn, @NotNull @Min(-MOST) @Max(MOST) Long netCents,
            @NotNull @Min(-MOST) @Max(MOST) Long totalCents, @Min(-MOST) @Max(MOST) Long roundingCents,
            @Min(-MOST) @Max(MOST) Long prepaidCents, @Size(max = 120) String reference,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines, @NotEmpty @Size(max = 20) List<@NotNull @Valid Vat> vat,
            @Min(1) @Max(9_999) Integer discountBp, LocalDate discountUntil) {
        /** Without terms of a cash discount. */
        public Capture(Long supplierId, Long authorityId, InvoiceKind kind, String no, LocalDate invoicedOn, LocalDate suppliedOn, LocalDate dueOn,
                Long netCents, Long totalCents, Long roundingCents, Long prepaidCents, String reference, List<Line> lines, List<Vat> vat) {
            this(supplierId, authorityId, kind, no, invoicedOn, suppliedOn, dueOn, netCents, totalCents, roundingCents, prepaidCents, reference, lines, vat, null, null);
        }

        long rounding() {
            return roundingCents == null ? 0 : roundingCents;
        }

        long prepaid() {
            return prepaidCents == null ? 0 : prepaidCents;
        }

        long payable() {
            return totalCents + rounding() - prepaid();
        }
    }

    /**
     * A line as it is printed.
     *
     * @param pieces      of the line of the order, null for none
     * @param netCents    of the whole line, without tax
     * @param vatBp       rate of tax, in basis points
     * @param orderLineId line of the order that goods belong to; null as long as it is not known
     * @param suppliedOn  day of supply of this line, if it has one of its own
     */
    public record Line(@NotNull LineKind kind, @NotBlank @Size(max = 300) String text, @PositiveOrZero @Max(10_000) Integer pieces,
            @NotNull @Min(-MOST) @Max(MOST) Long netCents, @NotNull @Min(0) @Max(5_000) Integer vatBp, Long orderLineId,
            LocalDate suppliedOn) {
    }

    /** The tax of one rate: the rate in basis points, its basis and its amount. */
    public record Vat(@NotNull @Min(0) @Max(5_000) Integer vatBp, @NotNull @Min(-MOST) @Max(MOST) Long netCents,
            @NotNull @Min(-MOST) @Max(MOST) Long vatCents) {
    }

    /** An invoice written down anew. */
    public record Change(@NotNull Integer version, @NotNull @Valid Capture paper) {
    }

    /** An invoice was compared; what differs is explained. */
    public record Check(@NotNull Integer version, @Size(max = 2000) String explanation) {
    }

    /** An invoice is to be paid; the note may be null. */
    public record Approve(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** An invoice goes back or is not to be paid, with the reason. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * The treasury has paid on that day.
     *
     * @param discountCents cash discount that was taken; null: what the terms allow on that day
     * @param reason        why it was paid before the day of the invoice or before its approval; else it may be null
     */
    public record Pay(@NotNull Integer version, @NotNull LocalDate paidOn, @PositiveOrZero @Max(MOST) Long discountCents, @Size(max = 2000) String reason) {
        /** On or after the day of its approval. */
        public Pay(Integer version, LocalDate paidOn, Long discountCents) {
            this(version, paidOn, discountCents, null);
        }

        /** With the cash discount that the terms allow. */
        public Pay(Integer version, LocalDate paidOn) {
            this(version, paidOn, null);
        }
    }

    /** The Leitweg-ID of an authority: digits, letters and hyphens, as its state has given it. */
    public record Address(Integer version, @NotBlank @Size(max = 46) @Pattern(regexp = "\\s*[0-9A-Za-z-]+\\s*") String leitwegId) {
    }

    /** News, told inside the transaction: an invoice is being paid, and nobody has said with which discount; who has told the treasury so says it. */
    public static final class Paying {
        private final Long invoiceId;
        private Long discountCents;

        Paying(Long invoiceId) {
            this.invoiceId = invoiceId;
        }

        /** The invoice. */
        public Long invoiceId() {
            return invoiceId;
        }

        /** It is paid with this discount, in cents. */
        public void with(long cents) {
            this.discountCents = cents;
        }
    }

    /**
     * Invoices were paid, each on a day of its own; null: it is not paid after all. Who lists them for payment follows.
     *
     * @param paidOn  by the id of the invoice
     * @param bounced of these, also if they were paid by the same news, the bank has sent back what was paid, so that nobody is about to pay it
     */
    public record Settled(SortedMap<Long, LocalDate> paidOn, SortedSet<Long> bounced) {
        private static Settled paid(SortedMap<Long, LocalDate> paidOn) {
            return new Settled(paidOn, new TreeSet<>());
        }
    }

    /** Why a bank has returned a payment, by the codes of ISO 20022 (ExternalReturnReason) that banks use for credit transfers. */
    public enum BounceReason {
        /** The account number is wrong. */
        AC01,
        /** The account is closed. */
        AC04,
        /** The account is blocked. */
        AC06,
        /** The account takes no such payments. */
        AG01,
        /** It was paid twice. */
        AM05,
        /** The address is missing or wrong. */
        BE04,
        /** Who was to have it has died. */
        MD07,
        /** Who was to have it has refused it. */
        MS02,
        /** The bank does not say why. */
        MS03,
        /** The bank is named wrongly. */
        RC01,
        /** Another reason, or none that is known here. */
        OTHER;

        /** The reason of a code; {@link #OTHER} for one that is not known. */
        public static BounceReason of(String code) {
            for (BounceReason reason : values()) {
                if (reason.name().equalsIgnoreCase(code.strip())) {
                    return reason;
                }
            }
            return OTHER;
        }
    }

    /**
     * The bank has returned what was paid.
     *
     * @param day   on which it came back
     * @param words that say more, may be null
     */
    public record Bounce(@NotNull Integer version, @NotNull LocalDate day, @NotNull BounceReason reason, @Size(max = 500) String words) {
    }

    /** A payment is about to be taken back, or one that was taken back to be entered again: who knows what goes by the same transfer names it. */
    public static final class Returning {
        private final Long invoiceId;
        private final boolean again;
        private final SortedSet<Long> all = new TreeSet<>();

        Returning(Long invoiceId, boolean again) {
            this.invoiceId = invoiceId;
            this.again = again;
            all.add(invoiceId);
        }

        /** The invoice. */
        public Long invoiceId() {
            return invoiceId;
        }

        /** True if it is paid again after its payment was taken back. */
        public boolean again() {
            return again;
        }

        /** This one was paid by the same transfer. */
        public void with(Long other) {
            all.add(other);
        }
    }

    /** An invoice is about to be cancelled: who must not lose it refuses. */
    public record Ending(Ref invoice) {
    }

    /** An invoice as who pays it sees it, locked. */
    public record ToPay(Long id, String no, InvoiceKind kind, InvoiceState state, Long supplierId, String supplier, String customerNo, Long authorityId,
            LocalDate invoicedOn, Money payable, Integer discountBp, LocalDate discountUntil) {
        /** What it comes to for who pays: a credit note, whose amounts are printed above zero, takes its amount off. */
        public Money due() {
            return kind == InvoiceKind.CREDIT_NOTE ? Money.ZERO.minus(payable) : payable;
        }

        /** The cash discount that its terms allow to who pays on that day. */
        public Money discountOn(LocalDate day) {
            return Invoice.discount(payable, kind, discountBp, discountUntil, day);
        }
    }

    /** Name of a supplier, and the number under which it knows us. */
    private record Seller(Long id, String name, String customerNo) {
    }

    /** Goods that came with one delivery note and one invoice. */
    public record Receive(@NotNull Integer version, @NotBlank @Size(max = 60) String deliveryNoteNo,
            @NotNull LocalDate receivedOn, @NotBlank @Size(max = 60) String invoiceNo, @NotNull LocalDate invoicedOn,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid Received> lines, @Size(max = 200) List<Refusals.@NotNull @Valid Piece> refused) {
        /** All of it was taken. */
        public Receive(Integer version, String deliveryNoteNo, LocalDate receivedOn, String invoiceNo, LocalDate invoicedOn, List<Received> lines) {
            this(version, deliveryNoteNo, receivedOn, invoiceNo, invoicedOn, lines, null);
        }
    }

    /**
     * What came of one order line.
     *
     * @param priceCents gross unit price invoiced, null if it is the ordered one
     * @param serials    one serial number per piece, as scanned; blank ones are passed over
     * @param quantity   pieces, for accessories, which have no serial; null for all others
     */
    public record Received(@NotNull Long orderLineId, @Positive @Max(10_000_000_000L) Long priceCents,
            @Size(max = 10_000) List<@Size(max = 80) String> serials, @PositiveOrZero @Max(10_000) Integer quantity) {
        /** Absent serials are none. */
        public Received {
            serials = serials == null ? List.of() : serials;
        }

        /** Devices with their serials. */
        public Received(Long orderLineId, Long priceCents, List<String> serials) {
            this(orderLineId, priceCents, serials, null);
        }
    }

    /**
     * Writes an invoice down. No money moves; it may come before its goods and ask for more than there is.
     *
     * @return id of the invoice
     * @throws Refused {@code invoice.in_future}, {@code invoice.too_old}, {@code invoice.sum_of_lines}, {@code invoice.sum_of_rates},
     *                 {@code invoice.total_wrong} if the printed amounts contradict each other, {@code invoice.discount_terms} for half of its terms, {@code invoice.other_supplier},
     *                 {@code invoice.booked} or {@code invoice.booked_elsewhere} if the supplier's number is there this year
     */
    public Long capture(@Valid Capture cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, cmd.authorityId());
        articles.requireSupplier(cmd.supplierId());
        refuseUnfit(cmd, null);
        Invoice invoice = new Invoice(cmd.authorityId(), cmd, clock.now());
        em.persist(invoice);
        em.flush();
        write(invoice, cmd);
        history.record(invoice.ref(), InvoiceAction.CAPTURE, Said.that("said.invoice_total", Money.of(cmd.payable())));
        return invoice.id();
    }

    /** Writes a captured invoice down anew; refuses as {@link #capture}. Supplier and authority stay. */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.CHANGE, cmd.version());
        Invoice invoice = step.subject();
        // lines and rates are rows of their own: who has seen others must notice
        em.lock(invoice, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        if (!invoice.supplierId().equals(cmd.paper().supplierId()) || !invoice.authorityId().equals(cmd.paper().authorityId())) {
            throw new Refused("invoice.supplier_stays", invoice.no());
        }
        refuseUnfit(cmd.paper(), id);
        Money before = Money.of(invoice.payableCents());
        invoice.write(cmd.paper());
        em.createQuery("delete from InvoiceLine l where l.invoiceId = :id").setParameter("id", id).executeUpdate();
        em.createQuery("delete from InvoiceVat v where v.invoiceId = :id").setParameter("id", id).executeUpdate();
        write(invoice, cmd.paper());
        step.record(Said.that("said.invoice_changed", before, Money.of(invoice.payableCents())));
    }

    /**
     * Somebody has compared an invoice with order and receipt.
     *
     * @throws Refused {@code invoice.line_unmatched} for goods that belong to no line of an order, {@code invoice.unexplained} if
     *                 something differs and nothing is said about it
     */
    public void check(long id, @Valid Check cmd) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.CHECK, cmd.version());
        Invoice invoice = step.subject();
        List<InvoiceLine> lines = lines(id);
        lines.stream().filter(l -> l.goods() && l.orderLineId() == null).findFirst().ifPresent(l -> {
            throw new Refused("invoice.line_unmatched", l.lineNo(), l.text());
        });
        if (lines.stream().noneMatch(InvoiceLine::goods)) {
            throw new Refused("invoice.no_goods", invoice.no());
        }
        List<Sentence> found = differences.of(invoice, lines, rates(id));
        if (!found.isEmpty() && (cmd.explanation() == null || cmd.explanation().isBlank())) {
            throw new Refused("invoice.unexplained", found.size(), found.get(0));
        }
        invoice.explained(cmd.explanation());
        step.record(Said.all(found).andWords(cmd.explanation()));
        news.tellAuthority(invoice.authorityId(), "message.invoice_checked", invoice.ref());
    }

    /** An invoice that was checked is to be written down anew. */
    public void giveBack(long id, @Valid Reason cmd) {
        news.goneOn(steps.take(Invoice.class, id, InvoiceAction.GIVE_BACK, cmd.version(), cmd.reason()).ref());
    }

    /**
     * Approves an invoice: its money is spent (source {@code invoice_part:id}), the rest of the lines stays committed; a credit note
     * takes money back.
     *
     * @throws Refused {@code invoice.not_received} for pieces that have not come or are paid already, {@code budget.not_enough},
     *                 {@code budget.period_over} if the goods came after the approval period of who pays,
     *                 {@code budget.correct_below_zero} for a credit of more than was spent, {@code duty.apart} for who has checked it
     */
    public void approve(long id, @Valid Approve cmd) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.APPROVE, cmd.version());
        Invoice invoice = step.subject();
        List<InvoiceLine> lines = lines(id);
        Map<Long, Split.Share> shares = Split.of(lines, rates(id), invoice.adjustmentCents());
        Map<Long, OrderLines.Line> ordered = orders.locked(shares.keySet());
        boolean credit = invoice.kind() == InvoiceKind.CREDIT_NOTE;
        List<InvoicePart> parts = new ArrayList<>();
        shares.forEach((line, share) -> {
            // a credit note pays no pieces: those that are paid and went back come no more
            int pieces = credit ? -Math.min(share.pieces(), ordered.get(line).owed()) : share.pieces();
            if (!credit && pieces > ordered.get(line).unpaid()) {
                throw new Refused("invoice.not_received", articles.one(ordered.get(line).itemId()).name(), pieces, Math.max(0, ordered.get(line).unpaid()));
            }
            InvoicePart part = new InvoicePart(id, line, pieces, invoice.kind().sign() * share.grossCents(), null);
            em.persist(part);
            parts.add(part);
        });
        em.flush();
        step.record(Said.words(cmd.note()));
        Map<Long, LocalDate> days = suppliedOn(invoice, lines, ordered);
        Map<Long, Long> prices = new HashMap<>();
        parts.stream().filter(p -> p.pieces() > 0).forEach(p -> prices.putAll(pay(p)));
        credit(invoice, parts.stream().filter(p -> p.pieces() < 0).toList(), 1);
        orders.lockBudgets(shares.keySet());
        deviceMoney.priced(prices);
        spend(parts, days, cmd.note());
        rules.keep(RuleStage.INVOICE, id, InvoiceAction.APPROVE);
        news.goneOn(invoice.ref());
    }

    /** What is credited comes no more; with -1 for the sign it is awaited again, because the credit note is cancelled. */
    private void credit(Invoice invoice, List<InvoicePart> parts, int sign) {
        if (parts.isEmpty()) {
            return;
        }
        parts.forEach(part -> {
            if (sign > 0) {
                returns.credited(part.orderLineId(), -part.pieces(), part.id());
            } else {
                returns.uncredited(part.id());
            }
        });
        orders.credit(parts.stream().collect(Collectors.toMap(InvoicePart::orderLineId, part -> -sign * part.pieces())),
                Said.that("said.credit_note", invoice.ref()));
    }

    /** A device that came in the place of one that was paid is paid by the same part. */
    void replaced(@Observes Returns.Replaced news) {
        em.createNativeQuery("update invoiced_device set device_id = ?1 where device_id = ?2").setParameter(1, news.newDevice())
                .setParameter(2, news.oldDevice()).executeUpdate();
    }

    /**
     * Locks invoices that are to be paid, in the order of their ids. Inner door of the payment list, which asks the guard for its authority.
     *
     * @throws NotFound if one of them is not there
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who draws up the payment list has asked for DELIVERY_RECEIVE at its authority, and compares it.")
    public List<ToPay> toPay(SortedSet<Long> ids) {
        List<Invoice> found = em.createQuery("select v from Invoice v where v.id in :ids order by v.id", Invoice.class).setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Set<Long> there = found.stream().map(Invoice::id).collect(Collectors.toSet());
        ids.stream().filter(id -> !there.contains(id)).findFirst().ifPresent(id -> {
            throw new NotFound("Invoice", id);
        });
        Map<Long, Seller> sellers = Ask.of(em, Seller.class, "select s.id as id, s.name as name, s.customerNo as customerNo from Supplier s where s.id in :ids")
                .set("ids", found.stream().map(Invoice::supplierId).collect(Collectors.toSet())).list().stream().collect(Collectors.toMap(Seller::id, x -> x));
        return found.stream().map(v -> {
            Seller seller = sellers.get(v.supplierId());
            return new ToPay(v.id(), v.no(), v.kind(), v.state(), v.supplierId(), seller.name(), seller.customerNo(), v.authorityId(), v.invoicedOn(),
                    Money.of(v.payableCents()), v.discountBp(), v.discountUntil());
        }).toList();
    }

    /**
     * The treasury has paid an invoice. A cash discount that was taken lowers what was spent (source {@code invoice_discount:id}): it is free
     * again of who paid, and the devices cost less. What differs from the terms is recorded and not refused. What was taken back with it as parts of one
     * transfer is paid with it again, as a credit note that was set off.
     *
     * @throws Refused {@code invoice.paid_in_future}, {@code invoice.paid_too_early} for a day more than a year before that of the invoice,
     *                 {@code invoice.paid_before_invoice} and {@code invoice.paid_before_approval} for an earlier day without a reason,
     *                 {@code invoice.discount_wrong} for a discount of all or more, or on a credit note
     */
    public void pay(long id, @Valid Pay cmd) {
        Map<InvoicePart, Long> discounts = new LinkedHashMap<>();
        SortedMap<Long, LocalDate> days = new TreeMap<>();
        together(id, true).forEach(one -> {
            paid(one, one == id ? cmd : new Pay(version(one), cmd.paidOn(), null, cmd.reason()), discounts);
            days.put(one, cmd.paidOn());
        });
        discount(List.of(discounts));
        settled.fire(Settled.paid(days));
    }

    /**
     * What the treasury or the bank says of several invoices, all or none of it: some were paid, each refused as in {@link #pay}, and of some the money came
     * back, each refused as in {@link #bounce}, also of what is paid here. Rows are locked in one round in the order of this room (D8): first all
     * invoices, then the orders of all, then the budgets of all, then whoever lists them.
     *
     * @param payments by the id of the invoice
     * @param back by the id of the invoice; for one that is paid here the version counts as that after the payment
     */
    public void settleAll(@NotNull @Size(max = 20_000) SortedMap<@NotNull Long, @NotNull @Valid Pay> payments,
            @NotNull @Size(max = 20_000) SortedMap<@NotNull Long, @NotNull @Valid Bounce> back) {
        SortedSet<Long> all = new TreeSet<>(payments.keySet());
        all.addAll(back.keySet());
        if (all.isEmpty()) {
            return;
        }
        em.createQuery("select v from Invoice v where v.id in :ids order by v.id", Invoice.class).setParameter("ids", all)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Map<InvoicePart, Long> taken = new LinkedHashMap<>();
        payments.forEach((id, cmd) -> paid(id, cmd, taken));
        em.flush();
        Map<InvoicePart, Long> returned = new LinkedHashMap<>();
        List<Ref> told = new ArrayList<>();
        back.forEach((id, cmd) -> {
            told.add(bounced(id, payments.containsKey(id) ? new Bounce(version(id), cmd.day(), cmd.reason(), cmd.words()) : cmd));
            parts(id).forEach(part -> returned.put(part, -(part.discountCents() + taken.getOrDefault(part, 0L))));
        });
        discount(List.of(taken, returned));
        SortedMap<Long, LocalDate> days = new TreeMap<>();
        payments.forEach((id, cmd) -> days.put(id, cmd.paidOn()));
        settled.fire(new Settled(days, new TreeSet<>(back.keySet())));
        told.forEach(ref -> news.tellAuthority(ref.authorityId(), "message.payment_bounced", ref));
    }

    /** An invoice is paid; what each of its parts has of the cash discount is still to be booked. */
    private void paid(long id, Pay cmd, Map<InvoicePart, Long> discounts) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.PAY, cmd.version());
        if (cmd.paidOn().isAfter(clock.today())) {
            throw new Refused("invoice.paid_in_future", cmd.paidOn());
        }
        Invoice invoice = step.subject();
        refuseEarly(invoice, cmd);
        Money allowed = invoice.discountOn(cmd.paidOn());
        Paying news = new Paying(id);
        paying.fire(news);
        Money taken = cmd.discountCents() != null ? Money.of(cmd.discountCents()) : news.discountCents == null ? allowed : Money.of(news.discountCents);
        if (taken.cents() > 0 && (taken.cents() >= invoice.payableCents() || invoice.kind() == InvoiceKind.CREDIT_NOTE)) {
            throw new Refused("invoice.discount_wrong", taken, Money.of(invoice.payableCents()));
        }
        invoice.paid(cmd.paidOn(), taken.cents());
        Said said = Said.that("said.paid_on", cmd.paidOn());
        said = taken.cents() > 0 ? said.and("said.discount", taken) : said;
        step.record((taken.equals(allowed) ? said : said.and("said.discount_other", allowed)).andWords(cmd.reason()));
        List<InvoicePart> parts = parts(id);
        if (taken.cents() > 0 && !parts.isEmpty()) {
            long[] cents = taken.split(parts.stream().mapToLong(InvoicePart::grossCents).toArray());
            for (int i = 0; i < cents.length; i++) {
                discounts.put(parts.get(i), cents[i]);
            }
        }
    }

    /** Money that left the account before the invoice was written or approved is no payment by it, unless somebody says why. */
    private void refuseEarly(Invoice invoice, Pay cmd) {
        if (cmd.paidOn().isBefore(invoice.invoicedOn().minusYears(1))) {
            throw new Refused("invoice.paid_too_early", invoice.no(), cmd.paidOn(), invoice.invoicedOn());
        }
        if (cmd.reason() != null && !cmd.reason().isBlank() || !cmd.paidOn().isBefore(clock.today())) {
            return;
        }
        if (cmd.paidOn().isBefore(invoice.invoicedOn())) {
            throw new Refused("invoice.paid_before_invoice", invoice.no(), cmd.paidOn(), invoice.invoicedOn());
        }
        Set<String> approving = Set.of(Texts.key(InvoiceAction.APPROVE), Texts.key(InvoiceAction.BOOK));
        history.of(invoice.ref().type(), invoice.id()).stream().filter(h -> approving.contains(h.action())).map(h -> h.at().atZone(Clock.ZONE).toLocalDate())
                .max(Comparator.naturalOrder()).filter(cmd.paidOn()::isBefore).ifPresent(day -> {
                    throw new Refused("invoice.paid_before_approval", invoice.no(), cmd.paidOn(), day);
                });
    }

    /**
     * An invoice was not paid after all, or not on that day; a cash discount that was taken is spent again. What was paid by the same transfer, as a credit
     * note that was set off, is paid no longer either.
     */
    public void unpay(long id, @Valid Reason cmd) {
        Map<InvoicePart, Long> back = new LinkedHashMap<>();
        SortedMap<Long, LocalDate> open = new TreeMap<>();
        together(id, false).forEach(one -> {
            steps.take(Invoice.class, one, InvoiceAction.UNPAY, one == id ? cmd.version() : version(one), cmd.reason()).paid(null, 0);
            parts(one).forEach(part -> back.put(part, -part.discountCents()));
            open.put(one, null);
        });
        discount(List.of(back));
        settled.fire(Settled.paid(open));
    }

    /** An invoice and what is paid, or was, by the same transfer, in the order of locks. */
    private SortedSet<Long> together(long id, boolean again) {
        Returning news = new Returning(id, again);
        returning.fire(news);
        return news.all;
    }

    private Integer version(Long id) {
        return Ask.of(em, Integer.class, "select i.version from Invoice i where i.id = :id").set("id", id).one().orElseThrow();
    }

    /**
     * The bank has returned what was paid: the invoice is open again, and with it what was paid by the same transfer; a cash discount that was taken is
     * spent again, and it can be listed anew at once. Who pays is told.
     *
     * @throws Refused {@code invoice.bounced_day} for a day in the future or before it was paid
     */
    public void bounce(long id, @Valid Bounce cmd) {
        SortedMap<Long, Bounce> all = new TreeMap<>();
        together(id, false).forEach(one -> all.put(one, one == id ? cmd : new Bounce(version(one), cmd.day(), cmd.reason(), cmd.words())));
        settleAll(new TreeMap<>(), all);
    }

    /** The money of an invoice is back; a cash discount that was taken is still to be spent again. */
    private Ref bounced(Long id, Bounce cmd) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.UNPAY, cmd.version());
        Invoice invoice = step.subject();
        if (cmd.day().isAfter(clock.today()) || invoice.paidOn() != null && cmd.day().isBefore(invoice.paidOn())) {
            throw new Refused("invoice.bounced_day", invoice.no(), cmd.day(), invoice.paidOn());
        }
        invoice.paid(null, 0);
        step.record(Said.that("said.bounced", cmd.day(), cmd.reason()).andWords(cmd.words()));
        return invoice.ref();
    }

    /** A device that a part of an invoice has paid. */
    private record Paid(Long part, Long device) {
    }

    /** A cash discount of a part that is booked. */
    private record Taken(InvoicePart part, InvoiceDiscount discount) {
    }

    /** So much more of a cash discount was taken on parts, or less, one after another: who paid has it, and their devices cost the rest. */
    private void discount(List<Map<InvoicePart, Long>> rounds) {
        List<Taken> booked = new ArrayList<>();
        rounds.forEach(cents -> cents.forEach((part, some) -> {
            if (some != 0) {
                InvoiceDiscount discount = new InvoiceDiscount(part.id(), some);
                em.persist(discount);
                booked.add(new Taken(part, discount));
            }
        }));
        if (booked.isEmpty()) {
            return;
        }
        em.flush();
        Set<Long> lines = booked.stream().map(b -> b.part().orderLineId()).collect(Collectors.toSet());
        orders.locked(lines);
        Map<Long, List<Long>> paid = Ask.of(em, Paid.class, """
                select y.invoicePartId as part, y.deviceId as device from InvoicedDevice y where y.invoicePartId in :parts order by y.deviceId""")
                .set("parts", booked.stream().map(b -> b.part().id()).distinct().toList()).list().stream()
                .collect(Collectors.groupingBy(Paid::part, Collectors.mapping(Paid::device, Collectors.toList())));
        Map<Long, Long> prices = new HashMap<>();
        booked.forEach(b -> {
            b.part().discounted(b.discount().cents());
            prices.putAll(prices(paid.getOrDefault(b.part().id(), List.of()), b.part()));
        });
        orders.lockBudgets(lines);
        deviceMoney.priced(prices);
        orders.discount(booked.stream().map(b -> new OrderLines.Discount(b.part().spendingId(), Money.of(b.discount().cents()), b.discount().source())).toList());
    }

    /** What each of these devices costs of a part: all its pieces the same, to the cent. */
    private static Map<Long, Long> prices(List<Long> devices, InvoicePart part) {
        Map<Long, Long> prices = new HashMap<>();
        long[] equal = new long[Math.max(part.pieces(), devices.size())];
        Arrays.fill(equal, 1);
        long[] cents = Money.of(part.grossCents() - part.discountCents()).split(equal);
        for (int i = 0; i < devices.size(); i++) {
            if (cents[i] >= 0) {
                prices.put(devices.get(i), cents[i]);
            }
        }
        return prices;
    }

    private List<InvoicePart> parts(long id) {
        return em.createQuery("select p from InvoicePart p where p.invoiceId = :id order by p.orderLineId", InvoicePart.class).setParameter("id", id)
                .getResultList();
    }

    /**
     * An invoice is not to be paid. What an approved one has spent is taken back by counter-postings (source {@code invoice_back:id}),
     * and its goods wait for another invoice.
     *
     * @throws Refused {@code invoice.credited} if a credit note has given back pieces of it: that is cancelled first,
     *                 {@code duty.apart} for who has approved it, {@code budget.not_enough} if what is committed again does not fit
     */
    public void cancel(long id, @Valid Reason cmd) {
        var step = steps.begin(Invoice.class, id, InvoiceAction.CANCEL, cmd.version());
        ending.fire(new Ending(step.subject().ref()));
        if (step.change().from() == InvoiceState.APPROVED) {
            List<InvoicePart> parts = parts(id);
            Map<Long, OrderLines.Line> ordered = orders.locked(parts.stream().map(InvoicePart::orderLineId).toList());
            parts.stream().filter(p -> p.pieces() > ordered.get(p.orderLineId()).settled()).findFirst().ifPresent(p -> {
                throw new Refused("invoice.credited", step.subject().no(), ordered.get(p.orderLineId()).lineNo());
            });
            em.createQuery("delete from InvoicedDevice d where d.invoicePartId in (select p.id from InvoicePart p where p.invoiceId = :id)")
                    .setParameter("id", id).executeUpdate();
            step.record(Said.words(cmd.reason()));
            credit(step.subject(), parts.stream().filter(p -> p.pieces() < 0).toList(), -1);
            orders.takeBack(parts.stream().map(p -> new OrderLines.Back(p.orderLineId(), Math.max(0, p.pieces()), p.spendingId(), p.backSource()))
                    .toList(), cmd.reason());
        } else {
            step.record(Said.words(cmd.reason()));
        }
        news.goneOn(step.subject().ref());
    }

    /**
     * Receives goods with their invoice in one step: registers a device per serial and spends the invoiced amount. All or nothing.
     *
     * @return id of the delivery
     * @throws Refused as {@link Receipts#receive} for the goods; {@code invoice.in_future}, {@code invoice.too_old},
     *                 {@code invoice.booked}, {@code invoice_no_once}, {@code budget.not_enough} if the invoice is higher than what is free,
     *                 {@code invoice.paid_already} for pieces that replace what is paid,
     *                 {@code budget.period_over} if the goods came after the approval period of who pays, {@code duty.price} if a
     *                 price differs from the ordered one by more than the programme tolerates and the asker placed the order
     */
    public Long receive(long orderId, @Valid Receive cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        Map<Long, Long> prices = new HashMap<>();
        cmd.lines().stream().filter(l -> l.priceCents() != null).forEach(l -> prices.put(l.orderLineId(), l.priceCents()));
        Receipts.Booked booked = receipts.book(order, new Receipts.Receive(cmd.version(), cmd.deliveryNoteNo(), cmd.receivedOn(), cmd.lines().stream()
                .map(l -> new Receipts.Came(l.orderLineId(), l.serials(), l.quantity())).toList(), cmd.refused()), prices, true,
                Said.that("said.receipt", cmd.deliveryNoteNo().strip(), cmd.invoiceNo().strip()));
        refuseWrongDay(cmd.invoicedOn(), order.orderedOn());
        refuseTwice(order.supplierId(), cmd.invoiceNo().strip(), cmd.invoicedOn(), null);
        List<Line> lines = new ArrayList<>();
        long total = 0;
        for (Receipts.Booked.Line line : booked.lines()) {
            if (line.pieces() > line.orderLine().payable()) {
                throw new Refused("invoice.paid_already", line.item(), line.orderLine().payable(), line.pieces());
            }
            Money price = prices.containsKey(line.orderLine().id()) ? Money.of(prices.get(line.orderLine().id())) : line.orderLine().price();
            if (orders.differs(line.orderLine().id(), price)) {
                duties.secondForPrice(order.ref(), List.of(OrderAction.PLACE, OrderAction.ADD), line.item(), line.orderLine().price(), price);
            }
            Money gross = price.times(line.pieces());
            total = Math.addExact(total, gross.cents());
            lines.add(new Line(LineKind.GOODS, line.item(), line.pieces(), gross.net(line.orderLine().vatBp()).cents(), line.orderLine().vatBp(),
                    line.orderLine().id(), null));
        }
        bookInvoice(order, booked, cmd, lines, total);
        return booked.id();
    }

    /**
     * The Leitweg-ID under which an authority is sent electronic invoices: others are refused from then on, and order sheets print it.
     *
     * @param cmd its version is null as long as there is none
     * @throws Refused {@code invoice.leitweg} for a number that is not formed like one or whose check digits are not right
     */
    public void address(long authorityId, @Valid Address cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        if (!BillingAddress.checks(cmd.leitwegId().strip())) {
            throw new Refused("invoice.leitweg", cmd.leitwegId().strip());
        }
        BillingAddress address = em.find(BillingAddress.class, authorityId, LockModeType.PESSIMISTIC_WRITE);
        if (address == null) {
            address = new BillingAddress(authorityId, cmd.leitwegId().strip());
            em.persist(address);
        } else {
            address.become(cmd.leitwegId().strip(), cmd.version());
        }
        history.record(address.ref(), InvoiceAction.ADDRESS, Said.that("said.leitweg", cmd.leitwegId().strip()));
    }

    private void bookInvoice(OrderLines.Order order, Receipts.Booked booked, Receive cmd, List<Line> lines, long total) {
        Map<Integer, Long> nets = new TreeMap<>();
        Map<Integer, Long> taxes = new TreeMap<>();
        List<Long> gross = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Receipts.Booked.Line line = booked.lines().get(i);
            Received of = cmd.lines().stream().filter(l -> l.orderLineId().equals(line.orderLine().id())).findFirst().orElseThrow();
            long amount = Money.of(of.priceCents() == null ? line.orderLine().price().cents() : of.priceCents()).times(line.pieces()).cents();
            gross.add(amount);
            nets.merge(lines.get(i).vatBp(), lines.get(i).netCents(), Long::sum);
            taxes.merge(lines.get(i).vatBp(), amount - lines.get(i).netCents(), Long::sum);
        }
        Invoice invoice = new Invoice(order.supplierId(), order.authorityId(), booked.id(), cmd,
                nets.values().stream().mapToLong(Long::longValue).sum(), total, clock.now());
        em.persist(invoice);
        em.flush();
        history.record(invoice.ref(), InvoiceAction.BOOK, Said.that("said.receipt", cmd.deliveryNoteNo().strip(), cmd.invoiceNo().strip()));
        List<InvoicePart> parts = new ArrayList<>();
        Map<Long, LocalDate> days = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Receipts.Booked.Line line = booked.lines().get(i);
            em.persist(new InvoiceLine(invoice.id(), i + 1, lines.get(i)));
            InvoicePart part = new InvoicePart(invoice.id(), line.orderLine().id(), line.pieces(), gross.get(i), line.id());
            em.persist(part);
            parts.add(part);
            days.put(line.orderLine().id(), cmd.receivedOn());
        }
        nets.forEach((rate, net) -> em.persist(new InvoiceVat(invoice.id(), rate, net, taxes.get(rate))));
        em.flush();
        for (int i = 0; i < parts.size(); i++) {
            Long part = parts.get(i).id();
            booked.lines().get(i).devices().forEach(device -> em.persist(new InvoicedDevice(device, part)));
        }
        spend(parts, days, null);
        rules.keep(RuleStage.INVOICE, invoice.id(), InvoiceAction.BOOK);
    }

    private void spend(List<InvoicePart> parts, Map<Long, LocalDate> days, String note) {
        Map<Long, Long> posted = orders.spend(parts.stream().map(p -> new OrderLines.Spend(p.orderLineId(), Math.max(0, p.pieces()), Money.of(p.grossCents()),
                days.getOrDefault(p.orderLineId(), clock.today()), p.source())).toList(), note);
        parts.forEach(p -> p.spent(posted.get(p.orderLineId())));
    }

    /** The devices that a part pays, the first that came and are not paid, and their prices: what it asks, to the cent. */
    private Map<Long, Long> pay(InvoicePart part) {
        List<Priced> unpaid = Ask.of(em, Priced.class, """
                select d.id as id, d.priceCents as cents from DeliveredDevice x join DeliveryLine l on l.id = x.deliveryLineId
                join Device d on d.id = x.deviceId where l.orderLineId = :line
                and not exists (select y.deviceId from InvoicedDevice y where y.deviceId = x.deviceId)
                and not exists (select b.id from GoodsBack b where b.deviceId = x.deviceId) order by d.id""")
                .set("line", part.orderLineId()).list(part.pieces());
        Map<Long, Long> prices = new HashMap<>();
        if (!unpaid.isEmpty()) {
            long[] equal = new long[part.pieces()];
            Arrays.fill(equal, 1);
            long[] cents = Money.of(part.grossCents()).split(equal);
            for (int i = 0; i < unpaid.size(); i++) {
                em.persist(new InvoicedDevice(unpaid.get(i).id(), part.id()));
                if (unpaid.get(i).cents() != cents[i] && cents[i] >= 0) {
                    prices.put(unpaid.get(i).id(), cents[i]);
                }
            }
        }
        return prices;
    }

    /** The last day of supply of each line: it must lie within the approval period. */
    private Map<Long, LocalDate> suppliedOn(Invoice invoice, List<InvoiceLine> lines, Map<Long, OrderLines.Line> ordered) {
        Map<Long, List<SupplyDays.Come>> come = differences.come(ordered.keySet());
        Map<Long, LocalDate> last = new HashMap<>();
        Map<Long, Integer> before = new HashMap<>();
        for (InvoiceLine line : lines) {
            if (line.goods()) {
                Long of = line.orderLineId();
                int paid = ordered.get(of).settled() + before.merge(of, line.pieces(), Integer::sum) - line.pieces();
                NavigableSet<LocalDate> days = differences.days(invoice, line, come.getOrDefault(of, List.of()), paid);
                if (!days.isEmpty()) {
                    last.merge(of, days.last(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return last;
    }

    private void write(Invoice invoice, Capture cmd) {
        for (int i = 0; i < cmd.lines().size(); i++) {
            em.persist(new InvoiceLine(invoice.id(), i + 1, cmd.lines().get(i)));
        }
        cmd.vat().forEach(v -> em.persist(new InvoiceVat(invoice.id(), v.vatBp(), v.netCents(), v.vatCents())));
        em.flush();
    }

    private void refuseUnfit(Capture cmd, Long id) {
        Set<Long> of = cmd.lines().stream().map(Line::orderLineId).filter(Objects::nonNull).collect(Collectors.toSet());
        LocalDate first = clock.today();
        orders.requireAll(of);
        for (OrderLines.Order order : orders.orders(of)) {
            if (!order.authorityId().equals(cmd.authorityId())) {
                throw new NotFound("OrderLine", of);
            }
            if (!order.supplierId().equals(cmd.supplierId())) {
                throw new Refused("invoice.other_supplier", order.no());
            }
            first = order.orderedOn().isBefore(first) ? order.orderedOn() : first;
        }
        refuseWrongDay(cmd.invoicedOn(), first);
        refuseContradictions(cmd);
        refuseTwice(cmd.supplierId(), cmd.no().strip(), cmd.invoicedOn(), id);
    }

    private static void refuseContradictions(Capture cmd) {
        if ((cmd.discountBp() == null) != (cmd.discountUntil() == null)) {
            throw new Refused("invoice.discount_terms");
        }
        long net = cmd.lines().stream().mapToLong(Line::netCents).sum();
        if (net != cmd.netCents()) {
            throw new Refused("invoice.sum_of_lines", Money.of(net), Money.of(cmd.netCents()));
        }
        Map<Integer, Long> nets = new TreeMap<>();
        cmd.lines().forEach(l -> nets.merge(l.vatBp(), l.netCents(), Long::sum));
        Map<Integer, Long> bases = new TreeMap<>();
        cmd.vat().forEach(v -> bases.merge(v.vatBp(), v.netCents(), Long::sum));
        if (!nets.equals(bases) || bases.size() != cmd.vat().size()) {
            throw new Refused("invoice.sum_of_rates");
        }
        long total = Math.addExact(net, cmd.vat().stream().mapToLong(Vat::vatCents).sum());
        if (total != cmd.totalCents()) {
            throw new Refused("invoice.total_wrong", Money.of(total), Money.of(cmd.totalCents()));
        }
    }

    private void refuseWrongDay(LocalDate invoicedOn, LocalDate orderedOn) {
        if (invoicedOn.isAfter(clock.today())) {
            throw new Refused("invoice.in_future", invoicedOn);
        }
        if (invoicedOn.isBefore(orderedOn.minusYears(FAR))) {
            throw new Refused("invoice.too_old", invoicedOn);
        }
    }

    /** The database holds the same fence ({@code invoice_no_once}); asked here so that the answer tells more to who may see it. */
    private void refuseTwice(Long supplierId, String no, LocalDate day, Long except) {
        Ask.of(em, Other.class, """
                select v.authorityId as authorityId, v.invoicedOn as invoicedOn from Invoice v where v.supplierId = :supplier and v.no = :no
                and v.state <> :cancelled and v.invoicedOn between :first and :last and v.id <> :except""").set("supplier", supplierId)
                .set("no", no).set("cancelled", InvoiceState.CANCELLED).set("first", day.withDayOfYear(1))
                .set("last", day.withDayOfYear(day.lengthOfYear())).set("except", except == null ? -1L : except).first().ifPresent(other -> {
                    throw guard.mayAuthority(ORDER_VIEW, other.authorityId()) ? new Refused("invoice.booked", no, other.invoicedOn())
                            : new Refused("invoice.booked_elsewhere", no);
                });
    }

    private List<InvoiceLine> lines(long id) {
        return em.createQuery("select l from InvoiceLine l where l.invoiceId = :id order by l.lineNo", InvoiceLine.class)
                .setParameter("id", id).getResultList();
    }

    private List<InvoiceVat> rates(long id) {
        return em.createQuery("select v from InvoiceVat v where v.invoiceId = :id order by v.vatBp", InvoiceVat.class)
                .setParameter("id", id).getResultList();
    }

    /** A device with the price that it has now. */
    private record Priced(Long id, Long cents) {
    }

    /** An invoice of the same number. */
    private record Other(Long authorityId, LocalDate invoicedOn) {
    }
}
