package de.schulpakt.procurement.order;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.BindingMode;
import de.schulpakt.inventory.device.BindingStart;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.DeviceMoney;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.request.Part;
import de.schulpakt.procurement.request.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The money of order lines. Through it alone orders reach the ledger: it knows which budgets pay a line and which postings hold
 * its money, locks the budgets in id order and posts line by line. Call it last, everything else being done.
 *
 * <p>Each line has one to many payers. What changes the amount of a line changes each part in proportion, to the cent: what stays
 * committed is split after what is committed, and what is spent after what is then free of each.
 */
@ApplicationScoped
class LineMoney {
    private static final Comparator<OrderPayer> BY_BUDGET = Comparator.comparing(OrderPayer::budgetId).thenComparing(OrderPayer::orderLineId);

    @PersistenceContext
    EntityManager em;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    DeviceMoney deviceMoney;
    @Inject
    Clock clock;

    /**
     * What an approved invoice spends on a line, or a credit note takes back.
     *
     * @param pieces     that it pays; what the line has without them stays committed
     * @param amount     gross, below zero for a credit
     * @param suppliedOn day on which the goods came
     * @param source     what causes it, e.g. {@code invoice_part:42}
     */
    record Spend(OrderLine line, int pieces, Money amount, LocalDate suppliedOn, String source) {
    }

    /**
     * The same taken back, because the invoice was wrong: the pieces are paid by none and their money is committed again.
     *
     * @param spendingId the posting that spent, of several payers one of them; null if nothing was spent
     */
    record Back(OrderLine line, int pieces, Long spendingId, String source) {
    }

    /** What one payer spends of a line, and what of it stays committed. */
    private record Share(OrderPayer payer, OrderLine line, Money amount, Money rest, LocalDate suppliedOn, String source, boolean adjusts) {
        Money extra() {
            return adjusts ? amount : amount.plus(rest).minus(payer.open());
        }
    }

    /** Who pays a line; in front the budget under whose rules it stands. */
    List<BudgetQueries.Named> payers(OrderLine line) {
        return named(line.budgetId(), of(List.of(line)).stream().map(OrderPayer::budgetId).toList());
    }

    /** Which of the payers of a line pays which part of an amount, in proportion to what each pays of the line. */
    Map<BudgetQueries.Named, Money> shares(OrderLine line, Money amount) {
        List<OrderPayer> payers = of(List.of(line));
        long[] parts = amount.split(payers.stream().mapToLong(OrderPayer::amountCents).toArray());
        Map<BudgetQueries.Named, Money> shares = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            shares.put(queries.ref(payers.get(i).budgetId()), Money.of(parts[i]));
        }
        return shares;
    }

    /** Who is to pay a line that is not ordered yet; in front the budget under whose rules it stands. */
    List<BudgetQueries.Named> payers(Wish wish) {
        return named(wish.budgetId(), wish.payers().stream().map(Part::budgetId).toList());
    }

    private List<BudgetQueries.Named> named(Long first, List<Long> budgetIds) {
        return budgetIds.stream().sorted(Comparator.comparing(id -> !id.equals(first))).map(queries::ref).toList();
    }

    /** True if a price lies farther from the agreed one than a paying programme tolerates; own money alone tolerates nothing. */
    boolean differs(OrderLine line, Money agreed, Money price) {
        return !agreed.equals(price) && differs(payers(line), agreed, price);
    }

    /** The same before the line is ordered. */
    boolean differs(Wish wish, Money price) {
        return !wish.price().equals(price) && differs(payers(wish), wish.price(), price);
    }

    private boolean differs(List<BudgetQueries.Named> payers, Money agreed, Money price) {
        long off = Math.multiplyExact(Math.abs(price.cents() - agreed.cents()), 10_000L);
        return payers.stream().allMatch(BudgetQueries.Named::own) || payers.stream().filter(payer -> !payer.own()).anyMatch(payer -> off
                > Math.multiplyExact(agreed.cents(), (long) programmes.priceTolerance(payer.programmeId(), payer.category())));
    }

    /** Which of its payers pays which part of pieces of a line at this price each, piece by piece; together the parts are the pieces to the cent. */
    List<List<Devices.Payer>> pieces(OrderLine line, List<BudgetQueries.Named> named, int pieces, Money price) {
        List<OrderPayer> payers = of(List.of(line));
        Map<Long, String> labels = named.stream().collect(Collectors.toMap(BudgetQueries.Named::id, BudgetQueries.Named::label));
        long[] sums = price.times(pieces).split(payers.stream().mapToLong(OrderPayer::amountCents).toArray());
        List<List<Devices.Payer>> all = new ArrayList<>();
        long dealt = 0;
        long[][] parts = new long[pieces][sums.length];
        for (int payer = 0; payer < sums.length; payer++) {
            long each = sums[payer] / pieces;
            for (int piece = 0; piece < pieces; piece++) {
                parts[piece][payer] = each;
            }
            // the cents that are left of each payer go round, so that every piece gets as many of them
            for (long left = sums[payer] % pieces; left > 0; left--) {
                parts[(int) (dealt++ % pieces)][payer]++;
            }
        }
        for (long[] piece : parts) {
            List<Devices.Payer> of = new ArrayList<>();
            for (int payer = 0; payer < piece.length; payer++) {
                if (piece[payer] > 0 || payers.get(payer).budgetId().equals(line.budgetId())) {
                    of.add(new Devices.Payer(payers.get(payer).budgetId(), piece[payer], labels.get(payers.get(payer).budgetId())));
                }
            }
            all.add(of);
        }
        return all;
    }

    /** Locks the budgets of these lines, for a use case that has rows to write which point to them. */
    void lock(Collection<OrderLine> lines) {
        budgets.lockInOrder(of(lines).stream().map(OrderPayer::budgetId).toList());
    }

    /** Turns the reservations of wishes into commitments of their lines at the ordered prices; what is dearer must fit as a whole. */
    void commit(Map<OrderLine, Wish> lines) {
        Map<OrderPayer, Part> parts = new HashMap<>();
        Map<Long, Money> extra = new TreeMap<>();
        Map<Long, OrderLine> byId = new HashMap<>();
        lines.forEach((line, wish) -> {
            byId.put(line.id(), line);
            long[] cents = line.total().split(wish.payers().stream().mapToLong(Part::cents).toArray());
            for (int i = 0; i < cents.length; i++) {
                Part part = wish.payers().get(i);
                parts.put(new OrderPayer(line.id(), part.budgetId(), cents[i]), part);
                extra.merge(part.budgetId(), Money.of(cents[i] - part.cents()), Money::plus);
            }
        });
        budgets.lockFor(extra);
        Map<OrderLine, Integer> payers = new HashMap<>();
        parts.keySet().stream().sorted(BY_BUDGET).forEach(payer -> {
            Part part = parts.get(payer);
            OrderLine line = byId.get(payer.orderLineId());
            String source = PostingSource.of(line.source(), payers.merge(line, 1, Integer::sum));
            if (payer.amountCents() == 0) {
                budgets.release(part.reservationId(), source, null);
                return;
            }
            payer.committed(budgets.commit(part.reservationId(), Money.of(payer.amountCents()), source), payer.amountCents());
            em.persist(payer);
            hold(line, payer);
        });
    }

    /** The line names one commitment while any of its payers has one: that of the budget under whose rules it stands, if it has. */
    private static void hold(OrderLine line, OrderPayer payer) {
        if (payer.commitmentId() != null && (line.commitmentId() == null || payer.budgetId().equals(line.budgetId()))) {
            line.committed(payer.commitmentId());
        }
    }

    /**
     * Spends from the commitments of lines; what is dearer than committed must fit as a whole. What comes after a line is paid
     * wholly changes what was spent, as a credit does.
     *
     * @return the posting that spent, for each line on which anything was; of several payers that of the first
     */
    Map<OrderLine, Long> spend(Collection<Spend> spends, String note) {
        Map<Long, List<OrderPayer>> payers = byLine(spends.stream().map(Spend::line).toList());
        List<Share> shares = new ArrayList<>();
        spends.forEach(s -> shares.addAll(shares(s, payers.get(s.line().id()))));
        Map<Long, Money> extra = new TreeMap<>();
        shares.forEach(s -> extra.merge(s.payer().budgetId(), s.extra(), Money::plus));
        budgets.lockFor(extra);
        Map<OrderLine, Long> spent = new HashMap<>();
        Map<String, Integer> payer = new HashMap<>();
        shares.stream().sorted(Comparator.comparing(Share::payer, BY_BUDGET)).forEach(s -> {
            Long posting = post(s, PostingSource.of(s.source(), payer.merge(s.source(), 1, Integer::sum)), note);
            if (posting != null) {
                spent.putIfAbsent(s.line(), posting);
            }
        });
        spends.forEach(s -> {
            List<OrderPayer> of = payers.get(s.line().id());
            if (shares.stream().noneMatch(share -> share.line().equals(s.line()) && !share.adjusts()) && s.pieces() != 0) {
                keep(s.line(), of, Map.of(), s.source(), note);
            }
            held(s.line(), of);
        });
        return spent;
    }

    /** From what is committed: the rest is split after it, the amount after what is then free of each. After that: what was spent changes. */
    private static List<Share> shares(Spend spend, List<OrderPayer> all) {
        OrderLine line = spend.line();
        List<OrderPayer> open = all.stream().filter(p -> p.commitmentId() != null).toList();
        line.settle(spend.pieces());
        List<Share> shares = new ArrayList<>();
        if (open.isEmpty() || spend.amount().cents() <= 0) {
            boolean back = spend.amount().cents() < 0;
            long[] cents = (back ? Money.ZERO.minus(spend.amount()) : spend.amount()).split(all.stream().mapToLong(OrderPayer::amountCents).toArray());
            for (int i = 0; i < cents.length; i++) {
                if (cents[i] != 0) {
                    shares.add(new Share(all.get(i), line, Money.of(back ? -cents[i] : cents[i]), Money.ZERO, spend.suppliedOn(), spend.source(), true));
                }
            }
            return shares;
        }
        long[] held = open.stream().mapToLong(OrderPayer::openCents).toArray();
        long[] rests = line.rest().split(held);
        long[] freed = new long[held.length];
        for (int i = 0; i < held.length; i++) {
            freed[i] = held[i] - rests[i];
        }
        long[] cents = spend.amount().split(LongStream.of(freed).sum() > 0 ? freed : held);
        for (int i = 0; i < cents.length; i++) {
            shares.add(new Share(open.get(i), line, Money.of(cents[i]), Money.of(rests[i]), spend.suppliedOn(), spend.source(), false));
        }
        return shares;
    }

    private Long post(Share s, String source, String note) {
        if (s.adjusts()) {
            return budgets.adjust(s.payer().budgetId(), s.amount(), source, note);
        }
        if (s.amount().cents() == 0) {
            // a part of less than a cent: only what stays committed changes
            s.payer().committed(budgets.recommit(s.payer().commitmentId(), s.rest(), source, note), s.rest().cents());
            return null;
        }
        Budgets.Spent posted = budgets.spend(s.payer().commitmentId(), s.amount(), s.rest(), s.suppliedOn(), source);
        s.payer().committed(posted.restCommitmentId(), s.rest().cents());
        return posted.spendingId();
    }

    /** Takes back what an invoice has spent, with counter-postings; the pieces are committed again at the ordered price. */
    void takeBack(Collection<Back> backs, String reason) {
        Map<Long, List<OrderPayer>> payers = byLine(backs.stream().map(Back::line).toList());
        Map<Back, Map<Long, Money>> posted = new HashMap<>();
        backs.stream().filter(b -> b.spendingId() != null).forEach(b -> posted.put(b, queries.spentWith(b.spendingId())));
        TreeSet<Long> all = posted.values().stream().flatMap(p -> p.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        payers.values().forEach(of -> of.forEach(payer -> all.add(payer.budgetId())));
        budgets.lockInOrder(all);
        backs.stream().sorted(Comparator.comparing(b -> b.line().id())).forEach(b -> {
            Map<Long, Money> spent = posted.getOrDefault(b, Map.of());
            int no = 0;
            for (Map.Entry<Long, Money> part : spent.entrySet()) {
                budgets.adjust(part.getKey(), Money.ZERO.minus(part.getValue()), PostingSource.of(b.source(), ++no), reason);
            }
            b.line().settle(-b.pieces());
            if (b.pieces() != 0) {
                keep(b.line(), payers.get(b.line().id()), spent, b.source(), reason);
            }
        });
    }

    /** Who has paid gets back what a cash discount saved, in proportion; each amount below zero is spent again. */
    void discount(Collection<OrderLines.Discount> discounts) {
        Map<OrderLines.Discount, Map<Long, Money>> spent = new HashMap<>();
        discounts.stream().filter(d -> d.spendingId() != null).forEach(d -> spent.put(d, queries.spentWith(d.spendingId())));
        budgets.lockInOrder(spent.values().stream().flatMap(s -> s.keySet().stream()).toList());
        discounts.stream().filter(spent::containsKey).forEach(d -> {
            List<Map.Entry<Long, Money>> payers = List.copyOf(spent.get(d).entrySet());
            long[] cents = d.amount().split(payers.stream().mapToLong(p -> p.getValue().cents()).toArray());
            int no = 0;
            for (int i = 0; i < cents.length; i++) {
                if (cents[i] != 0) {
                    budgets.adjust(payers.get(i).getKey(), Money.of(-cents[i]), PostingSource.of(d.source(), ++no), null);
                }
            }
        });
    }

    /** What was spent on a line by one cause, an invoice or a cash discount. */
    private record Cause(String source, Map<Long, Money> spent, int next) {
    }

    /**
     * Others pay a line: what each cause has spent on it is divided anew among them, and so is what stays committed. The new payers stand in the
     * line and in its devices.
     */
    void repay(OrderLine line, List<Part> parts, String source, String reason) {
        List<OrderPayer> before = of(List.of(line));
        long[] weights = parts.stream().mapToLong(Part::cents).toArray();
        TreeSet<Long> all = before.stream().map(OrderPayer::budgetId).collect(Collectors.toCollection(TreeSet::new));
        parts.forEach(p -> all.add(p.budgetId()));
        List<Cause> causes = causes(line);
        causes.forEach(c -> all.addAll(c.spent().keySet()));
        budgets.lockInOrder(all);
        budgets.unlessOver(parts.stream().map(Part::budgetId).toList(), lastCome(line));
        List<Move> moves = new ArrayList<>();
        causes.forEach(c -> moves.addAll(moves(c, parts, weights)));
        int no = 0;
        for (OrderPayer payer : before) {
            if (payer.commitmentId() != null) {
                budgets.release(payer.commitmentId(), PostingSource.of(source, ++no), reason);
            }
            em.remove(payer);
        }
        line.committed(null);
        em.flush();
        post(moves, causes.stream().collect(Collectors.toMap(Cause::source, Cause::next)), reason);
        long[] totals = line.total().split(weights);
        long[] rests = line.rest().split(weights);
        for (int i = 0; i < totals.length; i++) {
            OrderPayer payer = new OrderPayer(line.id(), parts.get(i).budgetId(), totals[i]);
            if (rests[i] > 0) {
                payer.committed(budgets.commitAnew(payer.budgetId(), Money.of(rests[i]), PostingSource.of(source, ++no), reason), rests[i]);
            }
            em.persist(payer);
            hold(line, payer);
        }
        em.flush();
        Map<Long, BudgetQueries.Named> named = new LinkedHashMap<>();
        parts.forEach(p -> named.computeIfAbsent(p.budgetId(), queries::ref));
        deviceMoney.repaid(line.id(), line.budgetId(), parts.stream().map(p -> new Devices.Payer(p.budgetId(), p.cents(), named.get(p.budgetId()).label())).toList(),
                binding(List.copyOf(named.values())));
    }

    /** A correction of what a cause has spent. */
    private record Move(Long budgetId, long cents, String cause) {
    }

    private static List<Move> moves(Cause cause, List<Part> parts, long[] weights) {
        Map<Long, Money> wanted = new TreeMap<>();
        cause.spent().forEach((budget, amount) -> wanted.merge(budget, Money.ZERO.minus(amount), Money::plus));
        long[] cents = cause.spent().values().stream().reduce(Money.ZERO, Money::plus).split(weights);
        for (int i = 0; i < cents.length; i++) {
            wanted.merge(parts.get(i).budgetId(), Money.of(cents[i]), Money::plus);
        }
        return wanted.entrySet().stream().filter(w -> w.getValue().cents() != 0).map(w -> new Move(w.getKey(), w.getValue().cents(), cause.source())).toList();
    }

    /**
     * Posts the corrections of each budget: first as much as it gives or takes in all, then what goes both ways. Of that, what is taken back
     * comes first if so much is spent, and otherwise last. Budgets that give come first.
     */
    private void post(List<Move> moves, Map<String, Integer> next, String reason) {
        Map<Long, List<Move>> byBudget = moves.stream().collect(Collectors.groupingBy(Move::budgetId, TreeMap::new, Collectors.toList()));
        byBudget.values().stream().sorted(Comparator.comparing((List<Move> of) -> net(of) >= 0)).forEach(of -> {
            int sign = net(of) < 0 ? -1 : 1;
            long left = Math.abs(net(of));
            List<Move> both = new ArrayList<>();
            for (Move move : of) {
                long now = Long.signum(move.cents()) == sign ? Math.min(left, Math.abs(move.cents())) : 0;
                left -= now;
                adjust(new Move(move.budgetId(), sign * now, move.cause()), next, reason);
                both.add(new Move(move.budgetId(), move.cents() - sign * now, move.cause()));
            }
            long back = both.stream().mapToLong(m -> Math.max(0, -m.cents())).sum();
            boolean first = back <= queries.spent(of.get(0).budgetId()).cents();
            both.stream().sorted(Comparator.comparing((Move m) -> m.cents() < 0 != first)).forEach(m -> adjust(m, next, reason));
        });
    }

    private void adjust(Move move, Map<String, Integer> next, String reason) {
        if (move.cents() != 0) {
            int no = next.merge(move.cause(), 1, Integer::sum) - 1;
            budgets.adjust(move.budgetId(), Money.of(move.cents()), PostingSource.of(move.cause(), no), reason);
        }
    }

    private static long net(List<Move> moves) {
        return moves.stream().mapToLong(Move::cents).sum();
    }

    /** What valid invoices have spent on a line, and the cash discounts on it. */
    private List<Cause> causes(OrderLine line) {
        List<String> sources = new ArrayList<>();
        em.createQuery("select p.spendingId from InvoicePart p join Invoice v on v.id = p.invoiceId where p.orderLineId = :line and v.validNo is not null"
                + " and p.spendingId is not null order by p.id", Long.class).setParameter("line", line.id()).getResultList()
                .forEach(id -> sources.add(queries.cause(id)));
        em.createQuery("select x.id from InvoiceDiscount x join InvoicePart p on p.id = x.invoicePartId join Invoice v on v.id = p.invoiceId"
                + " where p.orderLineId = :line and v.validNo is not null order by x.id", Long.class).setParameter("line", line.id()).getResultList()
                .forEach(id -> sources.add("invoice_discount:" + id));
        return sources.stream().map(s -> new Cause(s, queries.spentBy(s), queries.postingsBy(s) + 1)).filter(c -> !c.spent().isEmpty()).toList();
    }

    /** The last day on which goods came for a line; today if none have. */
    private LocalDate lastCome(OrderLine line) {
        return em.createQuery("select d.receivedOn from DeliveryLine x join Delivery d on d.id = x.deliveryId where x.orderLineId = :line order by d.receivedOn desc",
                LocalDate.class).setParameter("line", line.id()).setMaxResults(1).getResultList().stream().findFirst().orElse(clock.today());
    }

    /** What several positions have paid is bound by the strictest of them; own money binds nothing. */
    Binding binding(List<BudgetQueries.Named> payers) {
        return payers.stream().filter(p -> !p.own()).map(p -> programmes.bindingOf(p.programmeId(), p.category(), () -> queries.approvedCents(p.id()))).filter(Objects::nonNull)
                .map(rule -> new Binding(BindingStart.valueOf(rule.start()), rule.years(), BindingMode.valueOf(rule.mode()), rule.verified()))
                .max(Comparator.comparing(Binding::years).thenComparing(b -> b.mode() == BindingMode.END_OF_CALENDAR_YEAR)
                        .thenComparing(b -> b.start() == BindingStart.COMMISSIONING).thenComparing(Binding::verified)).orElse(null);
    }

    /** Commits what lines of changed orders need now: what is less is free again, what is more must fit. */
    void follow(Map<OrderLine, String> sources, String reason) {
        Map<Long, List<OrderPayer>> payers = byLine(sources.keySet());
        lock(sources.keySet());
        sources.entrySet().stream().sorted(Comparator.comparing(e -> e.getKey().id())).forEach(e -> keep(e.getKey(), payers.get(e.getKey().id()),
                Map.of(), e.getValue(), reason));
    }

    /** What is not paid stays committed: after what is committed and what is free again of each payer, else after the parts. */
    private void keep(OrderLine line, List<OrderPayer> payers, Map<Long, Money> freed, String source, String reason) {
        long[] held = payers.stream().mapToLong(p -> Math.max(0, p.openCents() + freed.getOrDefault(p.budgetId(), Money.ZERO).cents())).toArray();
        long[] rests = line.rest().split(LongStream.of(held).sum() > 0 ? held : payers.stream().mapToLong(OrderPayer::amountCents).toArray());
        int no = 0;
        for (int i = 0; i < rests.length; i++) {
            OrderPayer payer = payers.get(i);
            Money rest = Money.of(rests[i]);
            if (payer.commitmentId() != null && rests[i] != payer.openCents()) {
                payer.committed(budgets.recommit(payer.commitmentId(), rest, PostingSource.of(source, ++no), reason), rests[i]);
            } else if (payer.commitmentId() == null && rests[i] > 0) {
                payer.committed(budgets.commitAnew(payer.budgetId(), rest, PostingSource.of(source, ++no), reason), rests[i]);
            }
        }
        held(line, payers);
    }

    private static void held(OrderLine line, List<OrderPayer> payers) {
        line.committed(null);
        payers.forEach(payer -> hold(line, payer));
    }

    private Map<Long, List<OrderPayer>> byLine(Collection<OrderLine> lines) {
        return of(lines).stream().collect(Collectors.groupingBy(OrderPayer::orderLineId));
    }

    private List<OrderPayer> of(Collection<OrderLine> lines) {
        return lines.isEmpty() ? List.of() : em.createQuery("select p from OrderPayer p where p.orderLineId in :lines order by p.orderLineId, p.id",
                OrderPayer.class).setParameter("lines", lines.stream().map(OrderLine::id).toList()).getResultList();
    }
}
