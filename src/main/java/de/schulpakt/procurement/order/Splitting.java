package de.schulpakt.procurement.order;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.rule.CalledOff;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.procurement.catalogue.CallOffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several orders of twelve months from one supplier or for one kind of goods, each below the limit of a direct award and together above it: that is
 * said and refuses nothing, because only people know whether they belong together. What was placed by an award file, or was awarded with the framework
 * contract that it calls off, does not count. Amounts net.
 */
@ApplicationScoped
class Splitting {
    /** Orders of so many months are looked at together. */
    private static final int MONTHS = 12;
    private static final String EARLIER = """
            select o.supplierId as supplierId, i.category as category, l.vatBp as vatBp, sum((l.quantity - l.cancelled) * l.priceCents) as cents
            from OrderLine l join PurchaseOrder o on o.id = l.orderId
            join RequestItem i on i.id = l.requestItemId where o.authorityId = :authority and o.orderedOn >= :since and o.awardReference is null
            and o.id <> :order and l.contractId is null group by o.supplierId, i.category, l.vatBp""";
    private static final String CALLING = """
            select l.id as id, o.id as orderId, l.contractId as contractId, o.orderedOn as orderedOn, o.supplierId as supplierId, i.category as category, l.vatBp as vatBp,
                (l.quantity - l.cancelled) * l.priceCents as cents
            from OrderLine l join PurchaseOrder o on o.id = l.orderId
            join RequestItem i on i.id = l.requestItemId where o.authorityId = :authority and o.orderedOn >= :since and o.awardReference is null
            and o.id <> :order and l.contractId is not null""";
    private static final long NONE = -1;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CallOffs callOffs;

    /**
     * What is to be said of what is ordered now.
     *
     * @param order  the order itself, null before it is there
     * @param kinds  what is ordered now without a contract, net, by kind of goods
     * @param limits up to which nobody else is asked
     */
    List<Sentence> found(Long authority, Long supplier, Long order, Map<Category, Money> kinds, List<ProgrammeQueries.Limit> limits) {
        Optional<Money> lowest = limits.stream().map(ProgrammeQueries.Limit::amount).min(Comparator.naturalOrder());
        Money now = kinds.values().stream().reduce(Money.ZERO, Money::plus);
        if (lowest.isEmpty() || now.compareTo(Money.ZERO) <= 0) {
            return List.of();
        }
        List<Sentence> found = new ArrayList<>();
        Money limit = lowest.get();
        List<Earlier> earlier = earlier(authority, order == null ? NONE : order);
        Money before = net(earlier, e -> e.supplierId().equals(supplier));
        if (before.compareTo(Money.ZERO) > 0 && before.plus(now).compareTo(limit) > 0) {
            found.add(Sentence.of("order.split", before.plus(now), limit));
        }
        kinds.forEach((kind, net) -> {
            Money others = net(earlier, e -> e.category() == kind && !e.supplierId().equals(supplier));
            Money all = net(earlier, e -> e.category() == kind).plus(net);
            if (others.compareTo(Money.ZERO) > 0 && net.compareTo(limit) <= 0 && all.compareTo(limit) > 0) {
                found.add(Sentence.of("order.split_kind", kind, all, limit));
            }
        });
        return found;
    }

    /** What counts: no contract was called off, or one that did not award it. */
    private List<Earlier> earlier(Long authority, Long order) {
        LocalDate since = clock.today().minusMonths(MONTHS);
        List<Earlier> earlier = new ArrayList<>(Ask.of(em, Earlier.class, EARLIER).set("authority", authority).set("since", since).set("order", order).list());
        List<Calling> calling = Ask.of(em, Calling.class, CALLING).set("authority", authority).set("since", since).set("order", order).list();
        Set<Long> awarded = callOffs.awarded(calling.stream().map(c -> new CalledOff.Line(c.id(), c.orderId(), c.contractId(), c.orderedOn())).toList());
        calling.stream().filter(c -> !awarded.contains(c.id())).forEach(c -> earlier.add(new Earlier(c.supplierId(), c.category(), c.vatBp(), c.cents())));
        return earlier;
    }

    private static Money net(List<Earlier> earlier, Predicate<Earlier> which) {
        return earlier.stream().filter(which).collect(Collectors.groupingBy(Earlier::vatBp, Collectors.summingLong(Earlier::cents))).entrySet().stream()
                .map(e -> Money.of(e.getValue()).net(e.getKey())).reduce(Money.ZERO, Money::plus);
    }

    /** What earlier orders from one supplier for one kind of goods come to at one rate of tax, gross. */
    record Earlier(Long supplierId, Category category, Integer vatBp, Long cents) {
    }

    /** A line of an earlier order that calls a contract off, gross. */
    record Calling(Long id, Long orderId, Long contractId, LocalDate orderedOn, Long supplierId, Category category, Integer vatBp, Long cents) {
    }
}
