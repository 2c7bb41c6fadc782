package de.schulpakt.procurement.order;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several orders of twelve months from one supplier or for one kind of goods, each below the limit of a direct award and together above it: that is
 * said and refuses nothing, because only people know whether they belong together. What was placed by an award file, or calls a framework contract
 * off, does not count. Amounts net.
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
    private static final long NONE = -1;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

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
        List<Earlier> earlier = Ask.of(em, Earlier.class, EARLIER).set("authority", authority).set("since", clock.today().minusMonths(MONTHS))
                .set("order", order == null ? NONE : order).list();
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

    private static Money net(List<Earlier> earlier, Predicate<Earlier> which) {
        return earlier.stream().filter(which).collect(Collectors.groupingBy(Earlier::vatBp, Collectors.summingLong(Earlier::cents))).entrySet().stream()
                .map(e -> Money.of(e.getValue()).net(e.getKey())).reduce(Money.ZERO, Money::plus);
    }

    /** What earlier orders from one supplier for one kind of goods come to at one rate of tax, gross. */
    record Earlier(Long supplierId, Category category, Integer vatBp, Long cents) {
    }
}
