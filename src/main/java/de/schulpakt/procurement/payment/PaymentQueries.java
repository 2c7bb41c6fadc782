package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.bank.Sepa;
import de.schulpakt.procurement.bank.SupplierAccountAction;
import de.schulpakt.procurement.bank.SupplierAccountState;
import de.schulpakt.procurement.invoice.InvoiceAction;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about payment lists. */
@Queries
public class PaymentQueries {
    private static final int MOST_WAITING = 20;
    private static final String ITEMS = """
            select i.id as id, i.lineNo as lineNo, coalesce(i.transferNo, i.lineNo) as transferNo, i.state as state_, i.invoiceId as invoiceId, v.no as invoiceNo, v.invoicedOn as invoicedOn, v.dueOn as dueOn,
                v.supplierId as supplierId, i.holder as holder, i.iban as iban, i.bic as bic, i.amountCents as amountCents, i.discountCents as discountCents,
                i.purpose as purpose, i.paidOn as paidOn
            from PaymentItem i join Invoice v on v.id = i.invoiceId where i.listId = :id order by i.lineNo""";

    @PersistenceContext
    EntityManager em;
    @Inject
    SchoolQueries schools;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * A payment list. Amounts gross, in cents.
     *
     * @param holder     who pays, and from which account
     * @param releasedAt null as long as there is no file
     * @param apart      what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, PaymentState state, Long authorityId, String authority, LocalDate payOn, Long totalCents, String holder,
            String iban, String bic, Instant createdAt, Instant releasedAt, List<Item> items, Set<PaymentAction> actions,
            Map<PaymentAction, PaymentAction> apart, Integer version, List<HistoryEntry> timeline) {
        /**
         * An invoice in the list, or a credit note that is set off.
         *
         * @param transferNo  line of the first item of the same transfer, its own if it is transferred by itself
         * @param amountCents what is transferred for it, below zero for a credit note
         */
        public record Item(Long id, Integer lineNo, Integer transferNo, PaymentItemState state, Long invoiceId, String invoiceNo, LocalDate invoicedOn, LocalDate dueOn,
                Long supplierId, String holder, String iban, String bic, Long amountCents, Long discountCents, String purpose, LocalDate paidOn) {
            /** The account in groups of four. */
            public String shown() {
                return Sepa.shown(iban);
            }
        }

        /** The account in groups of four. */
        public String shown() {
            return Sepa.shown(iban);
        }

        /** The reference under which the treasury pays an item: that of its transfer. */
        public String reference(Item item) {
            return no + "-" + item.transferNo();
        }

        /** What the treasury transfers: each item by itself, or what is set off together. */
        public List<Transfer> transfers() {
            return items.stream().collect(Collectors.groupingBy(Item::transferNo, LinkedHashMap::new, Collectors.toList())).values().stream()
                    .map(some -> new Transfer(reference(some.get(0)), some)).toList();
        }

        /** True if the item is paid together with others. */
        public boolean setOff(Item item) {
            return items.stream().filter(i -> i.transferNo().equals(item.transferNo())).count() > 1;
        }

        /** What the transfer of an item comes to, in cents. */
        public long transferCents(Item item) {
            return items.stream().filter(i -> i.transferNo().equals(item.transferNo())).mapToLong(Item::amountCents).sum();
        }

        /** One transfer to one account. */
        public record Transfer(String reference, List<Item> items) {
            /** The first of what it pays; account and purpose are the same in all of them. */
            public Item first() {
                return items.get(0);
            }

            /** What is transferred, in cents, above zero. */
            public long amountCents() {
                return items.stream().mapToLong(Item::amountCents).sum();
            }

            /** Cash discount of all that it pays. */
            public long discountCents() {
                return items.stream().mapToLong(Item::discountCents).sum();
            }

            /** The numbers of all that it pays. */
            public String invoices() {
                return items.stream().map(Item::invoiceNo).collect(Collectors.joining(", "));
            }

            /** The earliest day on which something of it is due; null if none has one. */
            public LocalDate dueOn() {
                return items.stream().map(Item::dueOn).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
            }
        }
    }

    /**
     * What waits for the asker as the second person: invoices that were checked, payment lists that were drawn up, and accounts of suppliers that were
     * entered by somebody else; at most {@value #MOST_WAITING} of each, the oldest first. Two statements of each kind, or one if none waits.
     */
    public List<Second> toConfirm() {
        guard.require(DELIVERY_RECEIVE);
        Scope scope = guard.scope(DELIVERY_RECEIVE);
        String mine = scope.everywhere() ? " order by x.id" : " and x.authorityId in :mine order by x.id";
        List<Second> all = new ArrayList<>(others("Invoice", InvoiceAction.CHECK, InvoiceState.CHECKED, mine(scope, Ask.of(em, Waits.class, """
                select x.id as id, x.no as no, s.name as name, x.payableCents as cents from Invoice x join Supplier s on s.id = x.supplierId
                where x.state = :waits""" + mine)).set("waits", InvoiceState.CHECKED).list(MOST_WAITING)));
        all.addAll(others("Payment", PaymentAction.DRAW_UP, PaymentState.DRAWN_UP, mine(scope, Ask.of(em, Waits.class, """
                select x.id as id, x.no as no, a.name as name, x.totalCents as cents from Payment x join Authority a on a.id = x.authorityId
                where x.state = :waits""" + mine)).set("waits", PaymentState.DRAWN_UP).list(MOST_WAITING)));
        if (guard.mayEverywhere(CATALOGUE_EDIT)) {
            List<Waits> accounts = Ask.of(em, Account.class, """
                    select x.id as id, s.name as no, x.holder as name from SupplierAccount x join Supplier s on s.id = x.supplierId
                    where x.state = :waits order by x.id""").set("waits", SupplierAccountState.PROPOSED).list(MOST_WAITING).stream()
                    .map(a -> new Waits(a.id(), a.no(), a.name(), null)).toList();
            all.addAll(others("SupplierAccount", SupplierAccountAction.PROPOSE, SupplierAccountState.PROPOSED, accounts));
        }
        return all;
    }

    private static Ask<Waits> mine(Scope scope, Ask<Waits> ask) {
        return scope.everywhere() ? ask : ask.set("mine", scope.authorities().isEmpty() ? Set.of(-1L) : scope.authorities());
    }

    /** Who has done the first step does not do the second. */
    private List<Second> others(String type, Enum<?> first, Enum<?> state, List<Waits> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<Long> own = duties.lastOwn(type, waiting.stream().map(Waits::id).toList(), first);
        return waiting.stream().filter(w -> !own.contains(w.id())).map(w -> new Second(type, w.id(), w.no(), w.name(), w.cents(), Texts.key(state))).toList();
    }

    private record Waits(Long id, String no, String name, Long cents) {
    }

    private record Account(Long id, String no, String name) {
    }

    /**
     * Something that waits for a second person.
     *
     * @param no    its number; of an account its supplier
     * @param name  supplier of an invoice, authority of a list, holder of an account
     * @param cents what is payable or transferred; null for an account
     * @param state text key of its state
     */
    public record Second(String type, Long id, String no, String name, Long cents, String state) {
    }

    private record Head(String no, PaymentState state, Long authorityId, String authority, LocalDate payOn, Long totalCents, String holder, String iban,
            String bic, Instant createdAt, Instant releasedAt, Integer version) {
    }

    /**
     * An invoice that can be listed, or a credit note to be set off.
     *
     * @param iban          where its supplier is paid, null if nobody has confirmed that
     * @param payableCents  below zero for a credit note
     * @param discountCents that its terms allow on the day that was asked for
     * @param waitsCents    by how much the credit notes of its supplier exceed its invoices: none of them can be transferred now, as a transfer is above
     *                      zero; null if they do not, zero if they are equal
     */
    public record Payable(Long id, String no, Long supplierId, String supplier, LocalDate invoicedOn, LocalDate dueOn, Long payableCents, Integer discountBp,
            LocalDate discountUntil, String iban, Long discountCents, Long waitsCents) {
        private Payable waits(Long cents) {
            return new Payable(id, no, supplierId, supplier, invoicedOn, dueOn, payableCents, discountBp, discountUntil, iban, discountCents, cents);
        }

        /** True for what is set off. */
        public boolean credit() {
            return payableCents < 0;
        }

        /** What would be transferred, below zero for what is set off. */
        public Long amountCents() {
            return payableCents - discountCents;
        }
    }

    private record Due(Long id, String no, InvoiceKind kind, Long supplierId, String supplier, LocalDate invoicedOn, LocalDate dueOn, Long payableCents,
            Integer discountBp, LocalDate discountUntil, String iban) {
        Payable on(LocalDate day) {
            long cents = kind == InvoiceKind.CREDIT_NOTE ? -payableCents : payableCents;
            return new Payable(id, no, supplierId, supplier, invoicedOn, dueOn, cents, discountBp, discountUntil, iban,
                    cents <= 0 || discountUntil == null || day.isAfter(discountUntil) ? 0 : Money.of(cents).shareHalfUp(discountBp).cents(), null);
        }
    }

    /** The account of an authority and the format of its tables; the version is null if nothing is set. */
    public record Setting(Long authorityId, String authority, String holder, String iban, String bic, List<PaymentColumn> columns,
            PaymentSettings.CsvSeparator separator, PaymentSettings.CsvDecimal decimal, PaymentSettings.CsvDays days, Boolean head, Integer version) {
        /** The account in groups of four. */
        public String shown() {
            return Sepa.shown(iban);
        }
    }

    private record Stored(String authority, String holder, String iban, String bic, String csvColumns, String csvSeparator, String csvDecimal, String csvDays,
            Boolean csvHead, Integer version) {
    }

    /** In which list an invoice stands or stood last. */
    public record Listed(Long id, String no, PaymentItemState state, LocalDate payOn) {
    }

    /** An authority for which the asker pays. */
    public record Payer(Long id, String name) {
    }

    /**
     * One payment list with its items.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select p.no as no, p.state as state_, a.id as authorityId, a.name as authority, p.payOn as payOn, p.totalCents as totalCents, p.holder as holder,
                    p.iban as iban, p.bic as bic, p.createdAt as createdAt, p.releasedAt as releasedAt, p.version as version_
                from Payment p join Authority a on a.id = p.authorityId where p.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Payment", id));
        guard.requireAuthority(ORDER_VIEW, h.authorityId());
        Set<PaymentAction> actions = guard.actionsOfAuthority(PaymentFlow.FLOW, h.state(), h.authorityId());
        Map<PaymentAction, PaymentAction> apart = duties.withhold(new Ref("Payment", id, h.no()), PaymentFlow.FLOW, actions);
        return new View(id, h.no(), h.state(), h.authorityId(), h.authority(), h.payOn(), h.totalCents(), h.holder(), h.iban(), h.bic(), h.createdAt(),
                h.releasedAt(), Ask.of(em, View.Item.class, ITEMS).set("id", id).list(), actions, apart, h.version(), history.of("Payment", id));
    }

    /**
     * A list that the treasury gets, for its file.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     * @throws Refused  {@code payment.not_released} as long as nobody has released it, and when it is withdrawn
     */
    public View released(long id) {
        View view = view(id);
        guard.requireAuthority(DELIVERY_RECEIVE, view.authorityId());
        if (view.releasedAt() == null || view.state() == PaymentState.WITHDRAWN) {
            throw new Refused("payment.not_released", view.no());
        }
        return view;
    }

    /** The authorities for which the asker pays. */
    public List<Payer> payers() {
        guard.require(ORDER_VIEW);
        return Ask.of(em, Payer.class, "select a.id as id, a.name as name from Authority a order by a.name, a.id").list().stream()
                .filter(a -> guard.mayAuthority(DELIVERY_RECEIVE, a.id())).toList();
    }

    /** Approved invoices and credit notes of an authority that are in no open list, what is due first; with the cash discount of that day. */
    public List<Payable> payable(long authorityId, LocalDate day) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        schools.authorityMustBeThere(authorityId);
        LocalDate on = day == null ? clock.today() : day;
        List<Payable> found = Ask.of(em, Due.class, """
                select v.id as id, v.no as no, v.kind as kind, s.id as supplierId, s.name as supplier, v.invoicedOn as invoicedOn, v.dueOn as dueOn, v.payableCents as payableCents,
                    v.discountBp as discountBp, v.discountUntil as discountUntil,
                    (select max(a.iban) from SupplierAccount a where a.supplierId = v.supplierId and a.state = :confirmed) as iban
                from Invoice v join Supplier s on s.id = v.supplierId
                where v.authorityId = :authority and v.state = :approved and v.payableCents <> 0
                and not exists (select 1 from PaymentItem i where i.openInvoiceId = v.id)
                order by case when v.dueOn is null then 1 else 0 end, v.dueOn, v.id""").set("authority", authorityId).set("confirmed", SupplierAccountState.CONFIRMED)
                .set("approved", InvoiceState.APPROVED).list(Payments.MOST).stream().map(d -> d.on(on)).toList();
        Set<Long> credited = found.stream().filter(Payable::credit).map(Payable::supplierId).collect(Collectors.toSet());
        Map<Long, Long> sums = found.stream().collect(Collectors.groupingBy(Payable::supplierId, Collectors.summingLong(Payable::amountCents)));
        return found.stream().map(p -> credited.contains(p.supplierId()) && sums.get(p.supplierId()) <= 0 ? p.waits(-sums.get(p.supplierId())) : p).toList();
    }

    /**
     * The account of an authority and the format of its tables; usual values if nothing is set.
     *
     * @throws NotFound if there is no such authority or it is not the asker's
     */
    public Setting setting(long authorityId) {
        guard.requireAuthority(ORDER_VIEW, authorityId);
        Stored s = Ask.of(em, Stored.class, """
                select a.name as authority, s.holder as holder, s.iban as iban, s.bic as bic, s.csvColumns as csvColumns, s.csvSeparator as csvSeparator,
                    s.csvDecimal as csvDecimal, s.csvDays as csvDays, s.csvHead as csvHead, s.version as version_
                from Authority a left join PaymentSetting s on s.authorityId = a.id where a.id = :id""").set("id", authorityId).one()
                .orElseThrow(() -> new NotFound("Authority", authorityId));
        // of no row the version is read as 0, as its field is a number
        return s.csvColumns() == null ? new Setting(authorityId, s.authority(), null, null, null, List.of(PaymentColumn.values()),
                PaymentSettings.CsvSeparator.SEMICOLON, PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true, null)
                : new Setting(authorityId, s.authority(), s.holder(), s.iban(), s.bic(), Arrays.stream(s.csvColumns().split(",")).map(PaymentColumn::valueOf).toList(),
                        PaymentSettings.CsvSeparator.valueOf(s.csvSeparator()), PaymentSettings.CsvDecimal.valueOf(s.csvDecimal()),
                        PaymentSettings.CsvDays.valueOf(s.csvDays()), s.csvHead(), s.version());
    }

    /**
     * The list in which an invoice stands, or stood last.
     *
     * @throws NotFound if there is no such invoice or its authority is not the asker's
     */
    public Optional<Listed> listed(long invoiceId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select v.authorityId from Invoice v where v.id = :id").set("id", invoiceId).one()
                .orElseThrow(() -> new NotFound("Invoice", invoiceId)));
        return Ask.of(em, Listed.class, """
                select p.id as id, p.no as no, i.state as state_, p.payOn as payOn from PaymentItem i join Payment p on p.id = i.listId
                where i.invoiceId = :invoice order by i.id desc""").set("invoice", invoiceId).first();
    }
}
