package de.schulpakt.funding.settlement;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.school.place.SchoolType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules of the programme say of each expenditure when it is drawn: the basis (approved or paid invoices), the days before an invoice
 * is due (R14), the network before mobile devices (R10), the bound of mobile devices (R11), the lump sum of a piece. Amounts in cents, gross.
 */
@ApplicationScoped
class DrawdownRules {
    private static final int FULL_BP = 10_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Bought bought;
    @Inject
    Clock clock;

    /** A device where no network is: its school, and its room where that is known. */
    record Unconnected(Long id, String school, String room) {
    }

    /**
     * What was drawn for mobile devices of a school.
     *
     * @param spentCents expenditure that it was drawn for
     * @param grantCents grant money; by the plan that is all that is known
     */
    record Mobile(Long schoolId, boolean planned, Integer ownShareBp, Long spentCents, Long grantCents) {
        long cents() {
            return planned ? expenditure(ownShareBp, grantCents) : spentCents;
        }
    }

    /** What a budget has paid for, or taken back. */
    record Paid(Long budgetId, String source, Long cents) {
    }

    /** What was spent for pieces of one line of an order on one invoice, its cash discount taken off, whoever pays it. */
    private static final class Pieces {
        private final Map<String, Integer> parts = new HashMap<>();
        private long cents;

        void add(SpendingSource.Spending spending, String cause, long amount) {
            cents += amount;
            if (amount > 0 && spending.quantity() != null) {
                parts.put(cause, spending.quantity());
            }
        }

        int pieces() {
            return parts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What was drawn of an expenditure. */
    record Source(String source, Long cents) {
    }

    /** The values that hold; each list has the confirmed one first and after it a newer one that nobody has confirmed. */
    private record Values(List<ProgrammeQueries.Rule> basis, List<ProgrammeQueries.Rule> advance, List<ProgrammeQueries.Rule> network,
            List<ProgrammeQueries.Rule> caps, Map<Category, List<ProgrammeQueries.Rule>> lumpSums) {
    }

    /**
     * Judges all that was spent and not drawn, in its order.
     *
     * @param chosen what is taken along, by posting; null: what the rules propose. What was taken back goes along as soon as that much was drawn of
     *               what it belongs to, now or before: together the lines are never more than was spent
     */
    List<Judged> judge(long applicationId, Proposals.Facts facts, List<Proposals.Open> open, Set<Long> chosen) {
        Map<String, SpendingSource.Spending> spendings = bought.spendings(open.stream().map(Proposals.Open::source).toList());
        List<Judged> plain = open.stream().map(o -> new Judged(o, o.source() == null ? null : spendings.get(o.source()), List.of(), false)).toList();
        Values values = values(facts.programmeId(), plain.stream().filter(j -> j.amount().cents() > 0 && j.spending() != null).map(j -> j.open().category()));
        Map<String, Pieces> pieces = pieces(plain, values);
        Map<Long, Unconnected> unconnected = unconnected(devices(plain, values));
        Set<Long> schoolsWithout = without(values.network().isEmpty() ? Set.of() : schools(plain));
        TakenBack taken = new TakenBack(plain, lines(applicationId, plain), drawn(facts.programmeId(), values.caps().isEmpty() ? Set.of() : schools(plain)), chosen);
        Map<Long, Judged> judged = new HashMap<>();
        for (Judged one : plain) {
            if (one.amount().cents() > 0) {
                List<Judged.Reason> reasons = new ArrayList<>();
                early(one, values, reasons);
                lumpSum(one.spending() == null ? null : one.spending().item(), one.spending() == null ? null : pieces.get(key(one.spending(), one.open().source())),
                        values.lumpSums().getOrDefault(one.open().category(), List.of()), reasons);
                if (one.open().category() == Category.MOBILE_DEVICE) {
                    network(one, values, unconnected, schoolsWithout, reasons);
                    cap(one, values, taken, reasons);
                }
                Judged done = new Judged(one.open(), one.spending(), reasons, false);
                boolean along = chosen == null ? done.proposed() : chosen.contains(one.open().postingId());
                judged.put(one.open().postingId(), done.taken(along));
                if (along) {
                    taken.take(one);
                }
            }
        }
        return plain.stream().map(one -> judged.getOrDefault(one.open().postingId(), one.taken(taken.along(one)))).toList();
    }

    /** How many invoices are not due yet, where the programme says nothing of it. */
    int notDue(long programmeId, List<Judged> judged) {
        LocalDate today = clock.today();
        boolean said = !programmes.rules(RuleKind.ADVANCE_DAYS, programmeId, null, today).isEmpty();
        return said ? 0 : (int) judged.stream().filter(j -> j.amount().cents() > 0 && j.spending() != null && j.spending().bill() != null)
                .filter(j -> j.spending().bill().paidOn() == null && j.spending().bill().dueOn() != null && j.spending().bill().dueOn().isAfter(today)).count();
    }

    private Values values(long programmeId, Stream<Category> bought) {
        LocalDate today = clock.today();
        Map<Category, List<ProgrammeQueries.Rule>> lumpSums = new EnumMap<>(Category.class);
        bought.filter(Objects::nonNull).distinct().sorted().forEach(c -> lumpSums.put(c, programmes.rules(RuleKind.LUMP_SUM_CENTS, programmeId, c, today)));
        return new Values(programmes.rules(RuleKind.PAYOUT_BASIS, programmeId, null, today), programmes.rules(RuleKind.ADVANCE_DAYS, programmeId, null, today),
                programmes.rules(RuleKind.NETWORK_FIRST, programmeId, Category.MOBILE_DEVICE, today),
                programmes.rules(RuleKind.MOBILE_CAP_CENTS, programmeId, Category.MOBILE_DEVICE, today), lumpSums);
    }

    /** What stands on one invoice for one line of an order has the same key; without an invoice, what was paid at once. */
    private static String key(SpendingSource.Spending spending, String source) {
        return spending.bill() == null || spending.bill().invoiceId() == null ? Bought.cause(source) : Judged.bought(spending) + ":" + spending.bill().invoiceId();
    }

    private static Map<String, Pieces> pieces(List<Judged> plain, Values values) {
        Map<String, Pieces> found = new HashMap<>();
        if (values.lumpSums().values().stream().anyMatch(rules -> !rules.isEmpty())) {
            plain.stream().filter(j -> j.spending() != null).forEach(j -> found.computeIfAbsent(key(j.spending(), j.open().source()), k -> new Pieces())
                    .add(j.spending(), Bought.cause(j.open().source()), j.amount().cents()));
        }
        return found;
    }

    /** A piece that a lump sum stands for brings no more than that. */
    private static void lumpSum(String item, Pieces pieces, List<ProgrammeQueries.Rule> rules, List<Judged.Reason> reasons) {
        if (pieces != null && pieces.pieces() > 0) {
            first(rules, rule -> {
                Money one = Money.of(Long.parseLong(rule.value()));
                Money most = one.times(pieces.pieces());
                return pieces.cents <= most.cents() ? null : new Refused("drawdown.over_lump_sum", item, Money.of(pieces.cents), pieces.pieces(), one, most, rule.source());
            }, false, reasons);
        }
    }

    private void early(Judged one, Values values, List<Judged.Reason> reasons) {
        if (one.spending() == null || one.spending().bill() == null || one.spending().bill().paidOn() != null) {
            return;
        }
        String invoice = one.spending().invoiceNo();
        LocalDate due = one.spending().bill().dueOn();
        first(values.basis(), rule -> rule.value().equals("PAID") ? new Refused("drawdown.unpaid", invoice, rule.source()) : null, true, reasons);
        if (due != null) {
            first(values.advance(), rule -> due.minusDays(Long.parseLong(rule.value())).isAfter(clock.today())
                    ? new Refused("drawdown.not_due", invoice, due, due.minusDays(Long.parseLong(rule.value())), rule.source()) : null, true, reasons);
        }
    }

    private static void network(Judged one, Values values, Map<Long, Unconnected> unconnected, Set<Long> schoolsWithout, List<Judged.Reason> reasons) {
        network(one.spending() == null ? List.of() : one.spending().deviceIds(), one.open().schoolId(), one.open().school(), values, unconnected, schoolsWithout, reasons);
    }

    /** R10 of each device: by its room where that is known, else by its school; before there are devices, by the school of the position. */
    private static void network(Collection<Long> devices, Long schoolId, String school, Values values, Map<Long, Unconnected> unconnected, Set<Long> schoolsWithout,
            List<Judged.Reason> reasons) {
        List<Unconnected> without = devices.stream().map(unconnected::get).filter(Objects::nonNull).toList();
        if (!devices.isEmpty() && without.isEmpty() || devices.isEmpty() && !schoolsWithout.contains(schoolId)) {
            return;
        }
        Unconnected first = without.stream().filter(d -> d.room() != null).findFirst().orElse(null);
        first(values.network(), rule -> !"YES".equalsIgnoreCase(rule.value()) ? null
                : first == null ? new Refused("drawdown.no_network", without.isEmpty() ? school : without.get(0).school(), rule.source())
                : new Refused("drawdown.no_network_room", first.school(), first.room(), without.size(), devices.size(), rule.source()), false, reasons);
    }

    private static void cap(Judged one, Values values, TakenBack taken, List<Judged.Reason> reasons) {
        Long sum = taken.mobileWith(one);
        if (sum != null) {
            cap(one.open().school(), Money.of(sum), values, reasons);
        }
    }

    private static void cap(String school, Money with, Values values, List<Judged.Reason> reasons) {
        first(values.caps(), rule -> with.cents() > Long.parseLong(rule.value())
                ? new Refused("drawdown.mobile_cap", school, Money.of(Long.parseLong(rule.value())), with, rule.source()) : null, false, reasons);
    }

    /**
     * Judges the parts of a plan. A part has no expenditures of its own: what its position has bought so far is asked instead, its devices for the
     * network (R10), its invoices for the days before they are due (R14); for the bound of mobile devices (R11) the expenditure that the
     * grant stands for. A confirmed rule holds the part back, another warns.
     *
     * @param cents grant money of each budget, in the same order; nothing is answered for those without any
     */
    List<Proposal.Part> judgeParts(long applicationId, Proposals.Facts facts, List<Proposals.Weight> budgets, long[] cents) {
        Values values = values(facts.programmeId(), budgets.stream().map(Proposals.Weight::category));
        boolean bare = values.advance().isEmpty() && values.network().isEmpty() && values.lumpSums().values().stream().allMatch(List::isEmpty);
        List<Paid> postings = bare ? List.of() : paid(applicationId);
        Map<String, SpendingSource.Spending> known = bought.spendings(postings.stream().map(Paid::source).toList());
        Map<Long, List<Paid>> byBudget = postings.stream().filter(p -> known.containsKey(p.source())).collect(Collectors.groupingBy(Paid::budgetId));
        Map<Long, List<SpendingSource.Spending>> paid = new HashMap<>();
        byBudget.forEach((budget, all) -> paid.put(budget, all.stream().filter(p -> p.cents() > 0).map(p -> known.get(p.source())).toList()));
        Map<String, Pieces> pieces = new HashMap<>();
        byBudget.values().stream().flatMap(List::stream).forEach(p -> pieces.computeIfAbsent(key(known.get(p.source()), p.source()), k -> new Pieces())
                .add(known.get(p.source()), Bought.cause(p.source()), p.cents()));
        List<Proposals.Weight> mobile = budgets.stream().filter(b -> b.category() == Category.MOBILE_DEVICE).toList();
        Set<Long> schools = mobile.stream().map(Proposals.Weight::schoolId).collect(Collectors.toSet());
        Map<Long, Unconnected> unconnected = values.network().isEmpty() ? Map.of() : unconnected(mobile.stream()
                .flatMap(b -> paid.getOrDefault(b.budgetId(), List.of()).stream()).flatMap(s -> s.deviceIds().stream()).collect(Collectors.toSet()));
        Set<Long> schoolsWithout = without(values.network().isEmpty() ? Set.of() : schools);
        Map<Long, Long> drawn = drawn(facts.programmeId(), values.caps().isEmpty() ? Set.of() : schools);
        List<Proposal.Part> parts = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            Proposals.Weight budget = budgets.get(i);
            if (cents[i] == 0) {
                continue;
            }
            List<Judged.Reason> reasons = new ArrayList<>();
            List<SpendingSource.Spending> bills = paid.getOrDefault(budget.budgetId(), List.of());
            long expenditure = expenditure(facts.ownShareBp(), cents[i]);
            if (cents[i] > 0) {
                early(budget, bills, values, reasons);
                List<ProgrammeQueries.Rule> sums = values.lumpSums().getOrDefault(budget.category(), List.of());
                for (Paid p : sums.isEmpty() ? List.<Paid>of() : byBudget.getOrDefault(budget.budgetId(), List.of())) {
                    // one of them speaks for the part
                    if (reasons.stream().noneMatch(r -> r.refused().code().equals("drawdown.over_lump_sum"))) {
                        lumpSum(known.get(p.source()).item(), pieces.get(key(known.get(p.source()), p.source())), sums, reasons);
                    }
                }
                if (budget.category() == Category.MOBILE_DEVICE) {
                    network(bills.stream().flatMap(s -> s.deviceIds().stream()).collect(Collectors.toCollection(TreeSet::new)), budget.schoolId(), budget.school(), values, unconnected, schoolsWithout, reasons);
                    if (drawn.containsKey(budget.schoolId())) {
                        cap(budget.school(), Money.of(drawn.get(budget.schoolId()) + expenditure), values, reasons);
                    }
                }
            }
            Proposal.Part part = new Proposal.Part(budget, Money.of(cents[i]), reasons);
            if (part.taken() && budget.category() == Category.MOBILE_DEVICE) {
                drawn.computeIfPresent(budget.schoolId(), (school, sum) -> sum + expenditure);
            }
            parts.add(part);
        }
        return parts;
    }

    /** The first invoice of a position for which it is too early; what is paid is due. */
    private void early(Proposals.Weight budget, List<SpendingSource.Spending> bills, Values values, List<Judged.Reason> reasons) {
        List<SpendingSource.Spending> open = bills.stream().filter(s -> s.bill() != null && s.bill().paidOn() == null && s.bill().dueOn() != null).toList();
        first(values.advance(), rule -> open.stream().filter(s -> s.bill().dueOn().minusDays(Long.parseLong(rule.value())).isAfter(clock.today()))
                .min(Comparator.comparing(s -> s.bill().dueOn())).map(s -> new Refused("drawdown.part_not_due", budget.positionNo(), s.invoiceNo(), s.bill().dueOn(),
                        s.bill().dueOn().minusDays(Long.parseLong(rule.value())), rule.source())).orElse(null), false, reasons);
    }

    /** What the positions of an application have paid so far, and what was taken back of it. */
    private List<Paid> paid(long applicationId) {
        return Ask.of(em, Paid.class, """
                select p.budgetId as budgetId, p.source as source, p.amountCents as cents from Posting p join Budget b on b.id = p.budgetId
                where b.applicationId = :id and p.kind in :kinds and p.source is not null order by p.id""").set("id", applicationId)
                .set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list();
    }

    /** The expenditure that grant money stands for, own share included. */
    private static long expenditure(Integer ownShareBp, long grant) {
        return ownShareBp == null || ownShareBp >= FULL_BP ? grant : BigInteger.valueOf(grant).multiply(BigInteger.valueOf(FULL_BP))
                .divide(BigInteger.valueOf(FULL_BP - ownShareBp)).longValueExact();
    }

    /** The confirmed value speaks first; a newer one that nobody has confirmed only where that one is silent. */
    private static void first(List<ProgrammeQueries.Rule> rules, Function<ProgrammeQueries.Rule, Refused> says, boolean waits, List<Judged.Reason> reasons) {
        for (ProgrammeQueries.Rule rule : rules) {
            Refused refused = says.apply(rule);
            if (refused != null) {
                reasons.add(new Judged.Reason(refused, rule.verified(), waits));
                return;
            }
        }
    }

    private static List<Judged> mobile(List<Judged> plain) {
        return plain.stream().filter(j -> j.open().category() == Category.MOBILE_DEVICE && j.amount().cents() > 0).toList();
    }

    private static Set<Long> schools(List<Judged> plain) {
        return mobile(plain).stream().map(j -> j.open().schoolId()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The mobile devices of the lines, where a rule asks for their network. */
    private static Set<Long> devices(List<Judged> plain, Values values) {
        return values.network().isEmpty() ? Set.of() : mobile(plain).stream().filter(j -> j.spending() != null).flatMap(j -> j.spending().deviceIds().stream())
                .collect(Collectors.toSet());
    }

    /** Those of the devices that stand where no network is: in their room where that is known, else at their school. */
    private Map<Long, Unconnected> unconnected(Set<Long> devices) {
        Map<Long, Unconnected> found = new HashMap<>();
        Bought.parts(devices).forEach(part -> Ask.of(em, Unconnected.class, """
                select d.id as id, s.name as school, r.name as room from Device d join School s on s.id = d.schoolId left join Room r on r.id = d.roomId
                where d.id in :ids and\s""" + Bought.UNCONNECTED).set("ids", part).list().forEach(d -> found.put(d.id(), d)));
        return found;
    }

    /** Those of the schools that have no network. */
    private Set<Long> without(Set<Long> schools) {
        return schools.isEmpty() ? Set.of() : Set.copyOf(Ask.of(em, Long.class, """
                select s.id from School s where s.id in :ids and not exists (select u.id from NetworkUnit u where u.schoolId = s.id and u.live = true)""")
                .set("ids", schools).list());
    }

    /** What was drawn before of the lines of orders of which something was taken back and is not drawn yet; asked only where there is such a thing. */
    private Map<String, Long> lines(long applicationId, List<Judged> plain) {
        Set<String> back = plain.stream().filter(j -> j.amount().cents() < 0 && j.bought() != null).map(Judged::bought).collect(Collectors.toSet());
        if (back.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> sums = Ask.of(em, Source.class, """
                select p.source as source, sum(l.eligibleCents) as cents from DrawdownLine l join Posting p on p.id = l.postingId join Drawdown d on d.id = l.drawdownId
                where d.applicationId = :id and l.live = 1 and p.source is not null group by p.source""").set("id", applicationId).list().stream()
                .collect(Collectors.toMap(Source::source, Source::cents));
        Map<String, Long> found = new HashMap<>();
        bought.spendings(List.copyOf(sums.keySet())).forEach((source, spending) -> found.merge(Judged.bought(spending), sums.get(source), Long::sum));
        found.keySet().retainAll(back);
        return found;
    }

    /** What was drawn of the programme for mobile devices, by school; vocational ones, for which there is no bound, are not in it. */
    private Map<Long, Long> drawn(long programmeId, Set<Long> schools) {
        if (schools.isEmpty()) {
            return new HashMap<>();
        }
        Map<Long, Long> found = new HashMap<>();
        Ask.of(em, Long.class, "select s.id from School s where s.id in :ids and s.type <> :vocational").set("ids", schools).set("vocational", SchoolType.VOCATIONAL).list()
                .forEach(school -> found.put(school, 0L));
        mobileDrawn(programmeId, schools).forEach(m -> found.computeIfPresent(m.schoolId(), (school, cents) -> cents + m.cents()));
        return found;
    }

    /** What was drawn of the programme for mobile devices of these schools, of all its applications; a school may come several times. */
    List<Mobile> mobileDrawn(long programmeId, Collection<Long> schools) {
        return Ask.of(em, Mobile.class, """
                select b.schoolId as schoolId, d.planned as planned, a.ownShareBp as ownShareBp, sum(l.eligibleCents) as spentCents, sum(l.grantCents) as grantCents
                from DrawdownLine l join Drawdown d on d.id = l.drawdownId join Application a on a.id = d.applicationId join Budget b on b.id = l.budgetId
                where l.live = 1 and b.programmeId = :programme and b.category = :mobile and b.schoolId in :ids
                group by b.schoolId, d.planned, a.ownShareBp""")
                .set("programme", programmeId).set("mobile", Category.MOBILE_DEVICE).set("ids", schools).list();
    }
}
