package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Who pays which line: decides it, reserves the parts and frees them. The parts of a line are the line, to the cent. Runs inside
 * the use case that has asked the guard and locked the request.
 */
@ApplicationScoped
class Payers {
    private static final int FULL_BP = 10_000;
    private static final int MOST_SAID = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;
    @Inject
    SchoolAuthorities authorities;

    /**
     * The parts of each line: what was chosen, and the paying plan for the lines of which nothing was.
     *
     * @param restFrom own money that pays what the plan does not find; null if it is to be missing
     * @throws Refused {@code request.no_budget}, {@code request.budget_unfit}, {@code request.payer_twice}, {@code request.payers_sum},
     *                 {@code request.payer_nothing}, {@code request.rest_from} if what is to pay the rest is no own money
     */
    Map<RequestItem, List<Part>> decide(Request request, List<RequestItem> items, List<Requests.PayFrom> chosen, Long restFrom) {
        Map<Long, List<Requests.PayFrom>> wanted = chosen.stream().collect(groupingBy(Requests.PayFrom::itemLineId));
        if (!items.stream().map(RequestItem::id).collect(toSet()).containsAll(wanted.keySet())) {
            throw new NotFound("RequestItem", wanted.keySet());
        }
        if (restFrom != null && !payer(restFrom).own()) {
            throw new Refused("request.rest_from");
        }
        PayingPlan plan = new PayingPlan(queries.ofSchool(request.schoolId()), clock.today(), restFrom);
        Map<RequestItem, List<Part>> payers = new LinkedHashMap<>();
        items.stream().filter(i -> wanted.containsKey(i.id())).forEach(i -> {
            List<Part> parts = parts(request, i, wanted.get(i.id()));
            parts.forEach(p -> plan.take(p.budgetId(), p.cents()));
            payers.put(i, parts);
        });
        List<RequestItem> others = items.stream().filter(i -> !wanted.containsKey(i.id())).toList();
        noted(others).forEach((item, parts) -> {
            parts.forEach(p -> plan.take(p.budgetId(), p.cents()));
            payers.put(item, parts);
        });
        others.stream().filter(i -> !payers.containsKey(i)).forEach(i -> {
            List<Part> parts = plan.pay(i.category(), i.total().cents());
            if (parts.isEmpty()) {
                throw new Refused("request.no_budget", i.category());
            }
            payers.put(i, parts);
        });
        return payers;
    }

    /** What an officer has noted before the decision, where it still is the line. */
    private Map<RequestItem, List<Part>> noted(List<RequestItem> items) {
        Map<Long, List<Part>> noted = of(items.stream().map(RequestItem::id).toList()).stream()
                .collect(groupingBy(RequestPayer::requestItemId, mapping(RequestPayer::part, toList())));
        Map<RequestItem, List<Part>> payers = new LinkedHashMap<>();
        items.stream().filter(i -> noted.getOrDefault(i.id(), List.of()).stream().mapToLong(Part::cents).sum() == i.total().cents())
                .forEach(i -> payers.put(i, noted.get(i.id())));
        return payers;
    }

    /** Notes who is to pay these lines once the request is approved. */
    void note(Map<RequestItem, List<Part>> payers) {
        forget(payers.keySet());
        payers.forEach((item, parts) -> parts.forEach(p -> em.persist(new RequestPayer(item.id(), p))));
    }

    /** Reserves all parts or none, and notes them at the lines. */
    void reserve(Request request, Map<RequestItem, List<Part>> payers) {
        forget(payers.keySet());
        Map<Long, Money> sums = new HashMap<>();
        payers.values().forEach(parts -> parts.forEach(p -> sums.merge(p.budgetId(), p.amount(), Money::plus)));
        budgets.lockFor(sums);
        payers.forEach((item, parts) -> {
            List<Part> reserved = new ArrayList<>();
            parts.stream().sorted(Comparator.comparing(Part::budgetId)).forEach(p -> reserved.add(new Part(p.budgetId(), p.cents(),
                    budgets.reserve(p.budgetId(), p.amount(), PostingSource.of(item.source(), reserved.size() + 1), request.no()))));
            reserved.forEach(p -> em.persist(new RequestPayer(item.id(), p)));
            Part main = main(reserved);
            item.reserved(main.budgetId(), main.reservationId());
        });
    }

    /** Frees what is reserved for these lines. */
    void release(List<RequestItem> open, String reason) {
        release(open, reason, List.of());
    }

    private void release(List<RequestItem> open, String reason, Collection<Long> others) {
        Map<Long, RequestItem> items = new HashMap<>();
        open.forEach(i -> items.put(i.id(), i));
        List<RequestPayer> held = of(items.keySet()).stream().filter(p -> p.reservationId() != null)
                .sorted(Comparator.comparing(RequestPayer::budgetId).thenComparing(RequestPayer::requestItemId)).toList();
        Set<Long> all = new TreeSet<>(others);
        held.forEach(p -> all.add(p.budgetId()));
        budgets.lockInOrder(all);
        Map<Long, Integer> payer = new HashMap<>();
        held.forEach(p -> {
            Long reservation = p.reservationId();
            RequestItem item = items.get(p.requestItemId());
            p.resolved();
            item.resolved();
            budgets.release(reservation, PostingSource.of(item.source(), payer.merge(item.id(), 1, Integer::sum)), reason);
        });
    }

    /**
     * The decision was taken back: what is reserved for these lines is freed, and nobody is noted as payer.
     *
     * @param others budgets that the step moves afterwards, locked with those in the order of their ids
     */
    void undecide(List<RequestItem> items, String reason, Collection<Long> others) {
        release(items.stream().filter(RequestItem::open).toList(), reason, others);
        forget(items);
        items.forEach(RequestItem::undecided);
    }

    /** The payers of lines, by line and in the order in which they were noted. */
    List<RequestPayer> of(Collection<Long> items) {
        return items.isEmpty() ? List.of() : em.createQuery("select p from RequestPayer p where p.requestItemId in :items order by p.requestItemId, p.id",
                RequestPayer.class).setParameter("items", items).getResultList();
    }

    /** Forgets who was to pay these lines; their reservations are released. */
    void forget(Collection<RequestItem> items) {
        of(items.stream().map(RequestItem::id).toList()).forEach(em::remove);
        em.flush();
    }

    /** All budgets that may pay: to be locked with those between which money is moved, before the first posting. */
    Set<Long> all(Request request, Requests.Approve cmd) {
        Set<Long> all = new TreeSet<>(List.of(cmd.transfer().fromBudgetId(), cmd.transfer().toBudgetId()));
        queries.ofSchool(request.schoolId()).forEach(b -> all.add(b.id()));
        if (cmd.restFrom() != null) {
            all.add(cmd.restFrom());
        }
        if (cmd.payFrom() != null) {
            cmd.payFrom().forEach(p -> all.add(p.budgetId()));
        }
        all.forEach(this::payer);
        return all;
    }

    /** Those lines whose parts are not what they were. */
    Map<RequestItem, List<Part>> changed(Map<RequestItem, List<Part>> decided) {
        Map<Long, Map<Long, Long>> before = new HashMap<>();
        of(decided.keySet().stream().map(RequestItem::id).toList())
                .forEach(p -> before.computeIfAbsent(p.requestItemId(), i -> new HashMap<>()).put(p.budgetId(), p.amount().cents()));
        Map<RequestItem, List<Part>> changed = new LinkedHashMap<>(decided);
        changed.entrySet().removeIf(e -> e.getValue().stream().collect(toMap(Part::budgetId, Part::cents)).equals(before.get(e.getKey().id())));
        return changed;
    }

    /** Frees what was reserved for these lines and reserves the new parts, all budgets being locked first. */
    void change(Request request, Map<RequestItem, List<Part>> changed, String reason) {
        List<RequestItem> items = List.copyOf(changed.keySet());
        Set<Long> all = new TreeSet<>(of(items.stream().map(RequestItem::id).toList()).stream().map(RequestPayer::budgetId).toList());
        changed.values().forEach(parts -> parts.forEach(p -> all.add(p.budgetId())));
        budgets.lockInOrder(all);
        release(items, reason);
        forget(items);
        items.forEach(RequestItem::payersChange);
        reserve(request, changed);
    }

    /** Others pay a line that is ordered: nothing is reserved for it any more. */
    void pass(RequestItem item, List<Part> parts) {
        forget(List.of(item));
        parts.forEach(p -> em.persist(new RequestPayer(item.id(), p)));
        item.passed(main(parts).budgetId());
        em.flush();
    }

    /** Who has paid a line so far, for the history. */
    Said before(RequestItem item) {
        return said(Map.of(item, of(List.of(item.id())).stream().map(RequestPayer::part).toList()));
    }

    /** Who pays these lines now, for the history. */
    Said said(Map<RequestItem, List<Part>> changed) {
        List<Sentence> said = new ArrayList<>();
        changed.forEach((item, parts) -> parts.forEach(p -> said.add(Sentence.of("said.line_payer", item.lineNo(), p.amount(),
                queries.ref(p.budgetId()).label()))));
        Said first = Said.all(said.stream().limit(MOST_SAID).toList());
        return said.size() <= MOST_SAID ? first : first.and("said.more", said.size() - MOST_SAID);
    }

    /** The payer under whose rules a line stands: the position with the largest part, own money only where no position pays. */
    private Part main(List<Part> parts) {
        List<Part> positions = parts.size() == 1 ? parts : parts.stream().filter(p -> !queries.ref(p.budgetId()).own()).toList();
        return (positions.isEmpty() ? parts : positions).stream().max(Comparator.comparing(Part::cents)).orElseThrow();
    }

    /** A budget that the asker may let pay for this school. */
    private BudgetQueries.Named payer(Long budgetId) {
        BudgetQueries.Named budget = queries.ref(budgetId);
        boolean seen = budget.authorityId() != null ? guard.mayAuthority(BUDGET_VIEW, budget.authorityId()) : guard.may(BUDGET_VIEW, budget.schoolId());
        if (!seen) {
            throw new NotFound("Budget", budgetId);
        }
        return budget;
    }

    private List<Part> parts(Request request, RequestItem item, List<Requests.PayFrom> chosen) {
        Set<Long> once = new HashSet<>();
        for (Requests.PayFrom from : chosen) {
            BudgetQueries.Named budget = payer(from.budgetId());
            boolean fits = budget.own() ? Objects.equals(budget.authorityId(), authorities.authorityOf(request.schoolId()))
                    : Objects.equals(budget.schoolId(), request.schoolId()) && budget.category() == item.category();
            if (!fits) {
                throw new Refused("request.budget_unfit", item.category());
            }
            if (!once.add(budget.id())) {
                throw new Refused("request.payer_twice", item.lineNo());
            }
        }
        long[] cents = cents(item, chosen);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            if (cents[i] <= 0) {
                throw new Refused("request.payer_nothing", item.lineNo());
            }
            parts.add(new Part(chosen.get(i).budgetId(), cents[i]));
        }
        return parts;
    }

    /** Amounts as they were given, then shares of the line, then what is left for the one without either. */
    private static long[] cents(RequestItem item, List<Requests.PayFrom> chosen) {
        long total = item.total().cents();
        long[] cents = new long[chosen.size()];
        int shares = chosen.stream().map(Requests.PayFrom::shareBp).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
        if (chosen.stream().allMatch(f -> f.shareBp() != null && f.amountCents() == null) && shares == FULL_BP) {
            return Money.of(total).split(chosen.stream().mapToLong(Requests.PayFrom::shareBp).toArray());
        }
        int rest = -1;
        for (int i = 0; i < cents.length; i++) {
            Requests.PayFrom from = chosen.get(i);
            if (from.amountCents() != null) {
                cents[i] = from.amountCents();
            } else if (from.shareBp() != null) {
                cents[i] = Money.of(total).split(from.shareBp(), FULL_BP - from.shareBp())[0];
            } else if (rest < 0) {
                rest = i;
            } else {
                throw new Refused("request.payers_sum", item.lineNo(), item.total(), Money.of(LongStream.of(cents).sum()));
            }
        }
        long sum = LongStream.of(cents).sum();
        if (rest >= 0) {
            cents[rest] = total - sum;
        } else if (sum != total) {
            throw new Refused("request.payers_sum", item.lineNo(), item.total(), Money.of(sum));
        }
        return cents;
    }
}
