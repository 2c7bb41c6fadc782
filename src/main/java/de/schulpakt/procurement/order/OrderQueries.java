package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.procurement.catalogue.CallOffs;
import de.schulpakt.procurement.request.RequestState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions about orders and deliveries. An order belongs to an authority: who sees only single schools sees none. */
@Queries
public class OrderQueries {
    /** Counting ends here, as in the rail. */
    public static final int MOST = WaitingQueries.MOST;
    private static final String WAITING = """
             from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
            join Supplier p on p.id = c.supplierId join School s on s.id = r.schoolId join Room m on m.id = i.roomId
            where i.reservationId is not null and r.state = de.schulpakt.procurement.request.RequestState.APPROVED""";
    private static final String FROM = " from PurchaseOrder o join Supplier s on s.id = o.supplierId"
            + " join Authority a on a.id = o.authorityId";

    @PersistenceContext
    EntityManager em;
    @Inject
    BudgetQueries budgets;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    CallOffs callOffs;
    @Inject
    Splitting splitting;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;

    /**
     * One order with all its lines, deliveries, invoices and devices.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(Long id) {
        Head head = Ask.of(em, Head.class, """
                select o.no, s.id as supplierId, s.name as supplier, s.email, a.id as authorityId, a.name as authority, o.state,
                    o.awardReference, o.awardId, o.orderedOn, o.expectedOn, o.version""" + FROM + " where o.id = :id").set("id", id)
                .one().orElseThrow(() -> new NotFound("Order", id));
        guard.requireAuthority(ORDER_VIEW, head.authorityId());
        List<View.Line> lines = lines(id);
        List<View.Arrived> deliveries = deliveries(id);
        long total = lines.stream().mapToLong(View.Line::sumCents).sum();
        long net = lines.stream().mapToLong(l -> Money.of(l.sumCents()).net(l.vatBp()).cents()).sum();
        long ordered = lines.stream().mapToLong(View.Line::orderedCents).sum();
        return new View(id, head.no(), head.supplierId(), head.supplier(), head.email(), head.authorityId(), head.authority(),
                head.state(), head.awardReference(), head.awardId(), head.orderedOn(), head.expectedOn(), total, net, ordered,
                lines.stream().mapToLong(View.Line::spentCents).sum(), lines, deliveries, devices(id), lines.stream().allMatch(l -> l.back() == 0) ? List.of() : returns(id),
                guard.actionsOfAuthority(OrderFlow.FLOW, head.state(), head.authorityId()), head.version(), history.of("PurchaseOrder", id));
    }

    /**
     * All lines of approved requests that wait for an order, oldest request first.
     *
     * @param supplierId null for those of all suppliers
     */
    public List<OpenItem> openItems(Long supplierId) {
        return openItems(supplierId, Integer.MAX_VALUE);
    }

    /** So many of these lines at most, for a page that says how many there are. */
    public List<OpenItem> openItems(Long supplierId, int most) {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        Ask<OpenItem> ask = scope.bind(Ask.of(em, OpenItem.class, """
                select i.id, r.id as requestId, r.no as requestNo, s.authorityId, s.id as schoolId, s.name as school, m.name as room,
                    p.id as supplierId, p.name as supplier, c.name as article, c.contract, c.validTo, i.quantity, i.priceCents,
                    c.priceCents as currentCents, c.vatBp, i.category, i.budgetId, c.active as offered""" + WAITING
                + " and" + scope.school("s") + (supplierId == null ? "" : " and p.id = :supplier") + " order by p.name, r.id, i.lineNo"));
        if (supplierId != null) {
            ask.set("supplier", supplierId);
        }
        LocalDate today = clock.today();
        return ask.list(most).stream().map(item -> item.on(today)).toList();
    }

    /**
     * What an approval of a request would order in one step.
     *
     * @param contract   framework contract that all its articles belong to, null if they are called off none or several
     * @param totalCents gross, at the prices of the request
     */
    public record AtOnce(Long supplierId, String supplier, String contract, Long totalCents) {
    }

    /** A line of a submitted request with who has its article. */
    private record Called(Long supplierId, String supplier, String contract, Long cents) {
    }

    /**
     * What the approval of a submitted request would order in one step; empty if its articles are of several suppliers or the asker may not
     * order for its school. One statement.
     */
    public Optional<AtOnce> atOnce(long requestId) {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        List<Called> lines = scope.bind(Ask.of(em, Called.class, """
                select p.id as supplierId, p.name as supplier, i.quantity * i.priceCents as cents,
                    (select max(f.no) from FrameworkContract f where f.supplierId = c.supplierId and f.no = c.contract) as contract
                from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
                join Supplier p on p.id = c.supplierId join School s on s.id = r.schoolId
                where r.id = :request and r.state = :submitted and""" + scope.school("s") + " order by i.lineNo")).set("request", requestId)
                .set("submitted", RequestState.SUBMITTED).list(Orders.MOST_LINES + 1);
        if (lines.isEmpty() || lines.size() > Orders.MOST_LINES || lines.stream().map(Called::supplierId).distinct().count() > 1) {
            return Optional.empty();
        }
        boolean one = lines.stream().map(Called::contract).distinct().count() == 1;
        return Optional.of(new AtOnce(lines.get(0).supplierId(), lines.get(0).supplier(), one ? lines.get(0).contract() : null,
                lines.stream().mapToLong(Called::cents).sum()));
    }

    /** The supplier of the first line of a request that waits for an order. */
    public Optional<Long> supplierOf(Long request) {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        return scope.bind(Ask.of(em, Long.class, "select p.id" + WAITING + " and r.id = :request and" + scope.school("s") + " order by p.name, i.lineNo"))
                .set("request", request).first();
    }

    /** The suppliers of which lines wait for an order. */
    public List<Offer> offers() {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        return scope.bind(Ask.of(em, Offer.class, "select p.id, p.name, count(i) as lines, sum(i.priceCents * i.quantity) as cents" + WAITING
                + " and" + scope.school("s") + " group by p.id, p.name order by p.name, p.id")).list();
    }

    /** How many lines of approved requests wait for an order, at most {@value #MOST}: no page reads a long queue to its end. */
    public int waiting() {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        String own = scope.everywhere() ? "" : " and r.schoolId in (select s.id from School s where" + scope.school("s") + ")";
        return scope.bind(Ask.of(em, Long.class, "select i.id from RequestItem i join Request r on r.id = i.requestId"
                + " where i.reservationId is not null and r.state = :approved" + own)).set("approved", RequestState.APPROVED).list(MOST).size();
    }

    /**
     * What an order of these lines asks and nobody has verified, and what of it they would break all together; for the page
     * before the order.
     */
    public List<Sentence> doubts(List<OpenItem> items) {
        guard.require(ORDER_PLACE);
        List<Long> payers = items.stream().map(OpenItem::budgetId).filter(Objects::nonNull).distinct().toList();
        List<Sentence> doubts = new ArrayList<>(budgets.doubts(payers, Set.of(RuleKind.DIRECT_AWARD_LIMIT, RuleKind.PRICE_TOLERANCE_BP,
                RuleKind.BINDING_YEARS, RuleKind.BINDING_START, RuleKind.BINDING_MODE)));
        Set<Long> awarded = awarded(items);
        Money net = items.stream().filter(i -> !awarded.contains(i.id())).map(i -> Money.of(i.sumCents()).net(i.vatBp())).reduce(Money.ZERO, Money::plus);
        payers.stream().map(budgets::ref).filter(b -> !b.own()).flatMap(b -> programmes.directAwardLimits(b.programmeId(), b.category()).stream())
                .filter(limit -> !limit.verified() && net.compareTo(limit.amount()) > 0).min(Comparator.comparing(ProgrammeQueries.Limit::amount))
                .ifPresent(limit -> {
                    doubts.add(Sentence.of("order.award_needed", net, limit.amount()));
                    doubts.add(Sentence.of("funding.warns", limit.source()));
                });
        doubts.addAll(splits(items, payers, awarded));
        return doubts;
    }

    /** That earlier orders may belong to these lines, as the history of their order would say; the lines are of one supplier. */
    private List<Sentence> splits(List<OpenItem> items, List<Long> payers, Set<Long> awarded) {
        List<ProgrammeQueries.Limit> limits = payers.stream().map(budgets::ref).filter(b -> !b.own())
                .flatMap(b -> programmes.directAwardLimits(b.programmeId(), b.category()).stream()).toList();
        Map<Category, Money> kinds = new TreeMap<>();
        items.stream().filter(i -> !awarded.contains(i.id())).forEach(i -> kinds.merge(i.category(), Money.of(i.sumCents()).net(i.vatBp()), Money::plus));
        return items.stream().findFirst().map(i -> splitting.found(i.authorityId(), i.supplierId(), null, kinds, limits)).orElse(List.of());
    }

    /** The lines that call a framework contract off which awards them, all together: asked as the order will be. */
    private Set<Long> awarded(List<OpenItem> items) {
        Map<Long, Long> articles = new HashMap<>();
        if (!items.isEmpty()) {
            Ask.of(em, ItemOf.class, "select i.id as line, i.itemId as item from RequestItem i where i.id in :ids").set("ids", items.stream().map(OpenItem::id).toList()).list()
                    .forEach(one -> articles.put(one.line(), one.item()));
        }
        Set<Long> awarded = callOffs.wouldAward(items.stream().filter(i -> articles.containsKey(i.id())).collect(Collectors.groupingBy(i -> articles.get(i.id()),
                Collectors.mapping(i -> new CallOffs.Wanted(i.sumCents(), i.vatBp()), Collectors.toList()))));
        return items.stream().map(OpenItem::id).filter(id -> awarded.contains(articles.get(id))).collect(Collectors.toSet());
    }

    /** The article of a line of a request. */
    record ItemOf(Long line, Long item) {
    }

    /** That the sheet of an order was sent; what came of the letter, null once it is forgotten. */
    public record Sent(Long id, String recipient, String sentBy, Instant sentAt, MailState state) {
    }

    /**
     * When the sheet of an order was sent to whom, the newest first.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public List<Sent> sent(Long orderId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        return Ask.of(em, Sent.class, """
                select m.id as id, m.recipient as recipient, m.sentBy as sentBy, m.sentAt as sentAt,
                    (select max(r.state) from MailRow r where r.name = m.mailName) as state_
                from OrderMail m where m.orderId = :order order by m.id desc""").set("order", orderId).list();
    }

    private List<View.Line> lines(Long orderId) {
        Map<Long, List<View.Payer>> payers = payers(orderId);
        return Ask.of(em, Ordered.class, """
                select l.id, l.lineNo, c.id as itemId, c.name as article, v.maker, v.name as model, v.kind, s.id as schoolId, s.name as school,
                    m.id as roomId, m.name as room, b.name as building, r.id as requestId, r.no as requestNo, l.quantity, l.delivered,
                    l.cancelled, l.settled, (select coalesce(sum(p.grossCents - p.discountCents), 0) from InvoicePart p, Invoice n where p.orderLineId = l.id
                        and n.id = p.invoiceId and n.validNo is not null) as spentCents,
                    l.priceCents, l.vatBp, l.budgetId, l.expectedOn, l.warrantyMonths, i.category, (select count(g.id) from GoodsBack g where g.orderLineId = l.id) as back
                from OrderLine l join RequestItem i on i.id = l.requestItemId join Request r on r.id = i.requestId
                join CatalogueItem c on c.id = l.itemId join DeviceModel v on v.id = c.modelId join School s on s.id = l.schoolId
                join Room m on m.id = l.roomId join Building b on b.id = m.buildingId where l.orderId = :order order by l.lineNo""")
                .set("order", orderId).list().stream().map(l -> l.line(payers.getOrDefault(l.id(), List.of()))).toList();
    }

    /** Who pays which line; in front the budget under whose rules it stands. */
    private Map<Long, List<View.Payer>> payers(Long orderId) {
        return Ask.of(em, Paid.class, """
                select p.orderLineId as line, p.budgetId, p.amountCents as cents, g.code as programme, a.no as application, f.no as position_,
                    u.householdYear as year_, u.account, case when l.budgetId = p.budgetId then 0 else 1 end as rank_
                from OrderPayer p join OrderLine l on l.id = p.orderLineId left join Budget u on u.id = p.budgetId
                left join FundingPosition f on f.id = u.positionId left join Application a on a.id = u.applicationId
                left join Programme g on g.id = u.programmeId where l.orderId = :order""").set("order", orderId).list().stream()
                .sorted(Comparator.comparing(Paid::rank).thenComparing(Paid::budgetId))
                .collect(Collectors.groupingBy(Paid::line, Collectors.mapping(Paid::payer, Collectors.toList())));
    }

    private List<View.Arrived> deliveries(Long orderId) {
        List<Came> came = Ask.of(em, Came.class, """
                select d.id, d.deliveryNoteNo, d.receivedOn, v.id as invoiceId, v.no as invoiceNo, v.invoicedOn, v.totalCents,
                    coalesce((select sum(l.quantity) from DeliveryLine l where l.deliveryId = d.id), 0) as pieces
                from Delivery d left join Invoice v on v.deliveryId = d.id and v.validNo is not null where d.orderId = :order order by d.id""")
                .set("order", orderId).list();
        Set<Long> open = came.stream().filter(c -> c.invoiceId() == null && c.pieces() > 0).map(Came::id).collect(Collectors.toSet());
        Map<Long, List<View.Billed>> later = open.isEmpty() ? Map.of() : billed(orderId, open);
        return came.stream().map(c -> c.with(c.invoiceId() != null ? List.of(new View.Billed(c.invoiceId(), c.invoiceNo(), c.invoicedOn(), c.totalCents()))
                : later.getOrDefault(c.id(), List.of()))).toList();
    }

    /**
     * The invoices of deliveries that came without one: what the lines of invoices ask for is, line by line of the order, for the pieces that came
     * first.
     */
    private Map<Long, List<View.Billed>> billed(Long orderId, Set<Long> open) {
        Map<Long, Deque<Pieces>> waiting = new HashMap<>();
        Ask.of(em, Pieces.class, """
                select x.deliveryId as delivery, x.orderLineId as line, x.quantity as pieces from DeliveryLine x join Delivery d on d.id = x.deliveryId
                where d.orderId = :order order by x.deliveryId, x.id""").set("order", orderId).list().stream().filter(p -> open.contains(p.delivery()))
                .forEach(p -> waiting.computeIfAbsent(p.line(), l -> new ArrayDeque<>()).add(p));
        Map<Long, List<View.Billed>> found = new HashMap<>();
        for (Asks asks : Ask.of(em, Asks.class, """
                select v.id, v.no, v.invoicedOn, v.totalCents, n.orderLineId as line, n.pieces as pieces from InvoiceLine n join Invoice v on v.id = n.invoiceId
                join OrderLine l on l.id = n.orderLineId where l.orderId = :order and v.deliveryId is null and v.validNo is not null and n.pieces > 0
                order by v.invoicedOn, v.id, n.lineNo""").set("order", orderId).list()) {
            View.Billed invoice = new View.Billed(asks.id(), asks.no(), asks.invoicedOn(), asks.totalCents());
            Deque<Pieces> queue = waiting.getOrDefault(asks.line(), new ArrayDeque<>());
            for (int left = asks.pieces(); left > 0 && !queue.isEmpty();) {
                Pieces next = queue.pop();
                List<View.Billed> of = found.computeIfAbsent(next.delivery(), d -> new ArrayList<>());
                if (!of.contains(invoice)) {
                    of.add(invoice);
                }
                if (next.pieces() > left) {
                    queue.push(new Pieces(next.delivery(), next.line(), next.pieces() - left));
                }
                left -= next.pieces();
            }
        }
        return found;
    }

    /** Pieces of a line of the order that came with a delivery. */
    record Pieces(Long delivery, Long line, Integer pieces) {
    }

    /** Pieces of a line of the order that an invoice asks for. */
    record Asks(Long id, String no, LocalDate invoicedOn, Long totalCents, Long line, Integer pieces) {
    }

    /** A delivery, and the invoice that was booked with it in one step. */
    record Came(Long id, String deliveryNoteNo, LocalDate receivedOn, Long invoiceId, String invoiceNo, LocalDate invoicedOn, Long totalCents, Long pieces) {
        View.Arrived with(List<View.Billed> invoices) {
            View.Billed first = invoices.isEmpty() ? new View.Billed(null, null, null, null) : invoices.get(0);
            return new View.Arrived(id, deliveryNoteNo, receivedOn, first.id(), first.no(), first.invoicedOn(), first.totalCents(), pieces, invoices);
        }
    }

    private List<View.Piece> devices(Long orderId) {
        return Ask.of(em, View.Piece.class, """
                select d.id as deviceId, d.orderLineId, y.deliveryId, d.inventoryNo, d.serial, d.state, m.name as room, d.priceCents
                from Device d left join Room m on m.id = d.roomId join OrderLine l on l.id = d.orderLineId
                join DeliveredDevice x on x.deviceId = d.id join DeliveryLine y on y.id = x.deliveryLineId
                where l.orderId = :order order by l.lineNo, d.id""").set("order", orderId).list();
    }

    private List<View.Back> returns(Long orderId) {
        return Ask.of(em, View.Back.class, """
                select g.id as id, g.orderLineId as orderLineId, l.lineNo as lineNo, c.name as article, g.kind as kind, g.pieces as pieces, d.id as deviceId,
                    d.inventoryNo as inventoryNo, d.serial as serial, g.backOn as backOn, g.reason as reason, r.id as replacedId,
                    r.inventoryNo as replacedNo, p.invoiceId as creditId, g.actor as actor
                from GoodsBack g join OrderLine l on l.id = g.orderLineId join CatalogueItem c on c.id = l.itemId left join Device d on d.id = g.deviceId
                left join Device r on r.id = g.replacedId left join InvoicePart p on p.id = g.creditPartId
                where l.orderId = :order order by g.id""").set("order", orderId).list();
    }

    /** The order itself. */
    private record Head(String no, Long supplierId, String supplier, String email, Long authorityId, String authority, OrderState state,
            String awardReference, Long awardId, LocalDate orderedOn, LocalDate expectedOn, Integer version) {
    }

    /** What pays a part of a line. */
    private record Paid(Long line, Long budgetId, Long cents, String programme, String application, Integer position, Integer year,
            String account, Integer rank) {
        View.Payer payer() {
            return new View.Payer(budgetId, cents, year == null ? programme + " · " + application + " · " + position : null,
                    year == null ? null : String.valueOf(year), account);
        }
    }

    /** A line in parts. */
    private record Ordered(Long id, Integer lineNo, Long itemId, String article, String maker, String model, ModelKind kind,
            Long schoolId, String school, Long roomId, String room, String building, Long requestId, String requestNo, Integer quantity,
            Integer delivered, Integer cancelled, Integer settled, Long spentCents, Long priceCents, Integer vatBp, Long budgetId,
            LocalDate expectedOn, Integer warrantyMonths, Category category, Long back) {
        private static long paid(List<View.Payer> payers, boolean own) {
            return payers.stream().filter(p -> (p.year() != null) == own).mapToLong(View.Payer::cents).sum();
        }

        /** What each payer pays of what was not cancelled, in proportion. */
        private static List<View.Payer> left(List<View.Payer> payers, Money sum) {
            long[] parts = sum.split(payers.stream().mapToLong(View.Payer::cents).toArray());
            return IntStream.range(0, parts.length).mapToObj(i -> payers.get(i).with(parts[i])).toList();
        }

        View.Line line(List<View.Payer> all) {
            Money sum = Money.of(priceCents).times(quantity - cancelled);
            List<View.Payer> payers = cancelled == 0 ? all : left(all, sum);
            return new View.Line(id, lineNo, itemId, article, maker, model, kind, kind.serialised(), schoolId, school, roomId,
                    room, building, requestId, requestNo, quantity, delivered, cancelled, quantity - delivered - cancelled, settled, spentCents, priceCents,
                    sum.cents(), Money.of(priceCents).times(quantity).cents(), vatBp, budgetId, category,
                    payers.isEmpty() ? null : payers.get(0).label(), payers, paid(payers, false), paid(payers, true), back, expectedOn, warrantyMonths);
        }
    }

    /** A supplier with open lines: how many, and what they cost gross. */
    public record Offer(Long id, String name, Long lines, Long cents) {
    }

    /**
     * An order whole.
     *
     * @param totalCents    gross, all lines at the ordered price, without what was cancelled
     * @param netCents      the same without tax, which the award limit is compared with
     * @param orderedCents  gross, as it was ordered
     * @param invoicedCents gross, what approved invoices and credit notes ask for its lines
     */
    public record View(Long id, String no, Long supplierId, String supplier, String supplierEmail, Long authorityId,
            String authority, OrderState state, String awardReference, Long awardId, LocalDate orderedOn, LocalDate expectedOn, Long totalCents,
            Long netCents, Long orderedCents, Long invoicedCents, List<Line> lines, List<Arrived> deliveries, List<Piece> devices,
            List<Back> returns, Set<OrderAction> actions, Integer version, List<HistoryEntry> timeline) {
        /** What positions pay of all lines. */
        public long eligibleCents() {
            return lines.stream().mapToLong(Line::eligibleCents).sum();
        }

        /** What own money pays beside it. */
        public long ineligibleCents() {
            return lines.stream().mapToLong(Line::ineligibleCents).sum();
        }

        /**
         * A line of the order.
         *
         * @param awaited    pieces still to come
         * @param settled    pieces that approved invoices have paid
         * @param spentCents gross, what they have spent on it, less the cash discounts that were taken
         * @param serialised true: every piece has a serial and becomes a device
         * @param priceCents gross unit price ordered
         * @param sumCents   gross, without what was cancelled
         * @param orderedCents gross, as it was ordered
         * @param budgetId   budget under whose rules the line stands: the position that pays most of it
         * @param label      programme, application and position that pay most of it, null if own money does
         * @param payers     who pays which part of it, without what was cancelled
         * @param eligibleCents   what positions pay of it: their money is eligible expenditure
         * @param ineligibleCents what own money pays beside it, and no programme is charged with
         * @param back       times that pieces of it went back
         * @param expectedOn day on which what is awaited of it is expected, null if nobody knows
         * @param warrantyMonths agreed with this order for what comes, null: as its model says
         */
        public record Line(Long id, Integer lineNo, Long itemId, String article, String maker, String model, ModelKind kind,
                Boolean serialised, Long schoolId, String school, Long roomId, String room, String building, Long requestId,
                String requestNo, Integer quantity, Integer delivered, Integer cancelled, Integer awaited, Integer settled,
                Long spentCents, Long priceCents,
                Long sumCents, Long orderedCents, Integer vatBp, Long budgetId, Category category, String label, List<Payer> payers, Long eligibleCents, Long ineligibleCents,
                Long back, LocalDate expectedOn, Integer warrantyMonths) {
            /** True if something of it should have come before that day. */
            public boolean lateOn(LocalDate today) {
                return awaited > 0 && expectedOn != null && expectedOn.isBefore(today);
            }
        }

        /**
         * Who pays a part of a line, gross.
         *
         * @param label programme, application and position, null for own money
         * @param year  household year of own money, and its account; null for a position
         */
        public record Payer(Long budgetId, Long cents, String label, String year, String account) {
            Payer with(long part) {
                return new Payer(budgetId, part, label, year, account);
            }
        }

        /**
         * A delivery, and the invoices that ask for its pieces.
         *
         * @param invoiceId  the first of them, with its number, day and gross total; null as long as none is here
         * @param invoices   all of them
         */
        public record Arrived(Long id, String deliveryNoteNo, LocalDate receivedOn, Long invoiceId, String invoiceNo,
                LocalDate invoicedOn, Long totalCents, Long pieces, List<Billed> invoices) {
        }

        /** An invoice of a delivery; the total is gross. */
        public record Billed(Long id, String no, LocalDate invoicedOn, Long totalCents) {
        }

        /**
         * What went back, or had never come.
         *
         * @param kind       SENT_BACK, EXCHANGED or NEVER_CAME
         * @param deviceId   null for pieces that are only counted
         * @param replacedId device that came in its place, null as long as none has
         * @param creditId   credit note that gives its money back, null for none
         */
        public record Back(Long id, Long orderLineId, Integer lineNo, String article, Enum<?> kind, Integer pieces, Long deviceId, String inventoryNo,
                String serial, LocalDate backOn, String reason, Long replacedId, String replacedNo, Long creditId, String actor) {
        }

        /**
         * A device that came.
         *
         * @param room       where it stands, null if it is not placed yet
         * @param priceCents gross price invoiced
         */
        public record Piece(Long deviceId, Long orderLineId, Long deliveryId, String inventoryNo, String serial, DeviceState state,
                String room, Long priceCents) {
        }
    }

    /**
     * A line of an approved request that waits for an order.
     *
     * @param id           id of the request's line, for {@link Orders.Place}
     * @param priceCents   gross unit price of the request
     * @param currentCents gross unit price in the catalogue now
     * @param offered      false: its item can no longer be called off
     */
    public record OpenItem(Long id, Long requestId, String requestNo, Long authorityId, Long schoolId, String school, String room,
            Long supplierId, String supplier, String article, String contract, LocalDate validTo, Integer quantity,
            Long priceCents, Long currentCents, Integer vatBp, Category category, Long budgetId, Boolean offered) {

        /** Gross amount at the price of the request. */
        public Long sumCents() {
            return priceCents * quantity;
        }

        /** With what the day says of it: an item whose contract has ended is offered no longer. */
        OpenItem on(LocalDate today) {
            return new OpenItem(id, requestId, requestNo, authorityId, schoolId, school, room, supplierId, supplier, article, contract, validTo,
                    quantity, priceCents, currentCents, vatBp, category, budgetId, offered && (validTo == null || !validTo.isBefore(today)));
        }

        /** True if the catalogue has another price now. */
        public boolean drifted() {
            return !Objects.equals(priceCents, currentCents);
        }
    }
}
