package de.schulpakt.procurement.catalogue;

import de.schulpakt.funding.rule.CalledOff;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What orders call off framework contracts: the door of the catalogue for the orders, which have asked the guard. */
@ApplicationScoped
public class CallOffs implements CalledOff {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** The contracts that these articles belong to, locked, the smallest id first; an article without one is missing. */
    public Map<Long, Long> lock(Collection<Long> items) {
        Map<Long, Long> contracts = new HashMap<>();
        if (!items.isEmpty()) {
            ofItems(items).forEach(o -> contracts.put(o.item(), o.contract()));
        }
        new TreeSet<>(contracts.values()).forEach(id -> Find.locked(em, FrameworkContract.class, id));
        return contracts;
    }

    /**
     * Asks whether what is now called off is within volume and term. Order lines that are stored count.
     *
     * @return what is to be said because the contract only warns
     * @throws Refused {@code contract.closed} outside the term, {@code contract.exceeded} beyond the volume, if the contract refuses
     */
    public Said check(Collection<Long> contracts) {
        Said said = Said.NOTHING;
        for (Long id : new TreeSet<>(contracts)) {
            FrameworkContract contract = Find.one(em, FrameworkContract.class, id);
            if (contract.closed(clock.today())) {
                said = say(said, contract, "contract.closed", contract.no());
            }
            Money used = used(id);
            if (contract.volume() != null && used.compareTo(contract.volume()) > 0) {
                said = say(said, contract, "contract.exceeded", contract.no(), contract.volume(), used);
            }
        }
        return said;
    }

    @Override
    public Set<Long> awarded(Collection<CalledOff.Line> lines) {
        List<CalledOff.Line> calling = lines.stream().filter(line -> line.contractId() != null).toList();
        Map<Long, FrameworkContract> contracts = contracts(calling.stream().map(CalledOff.Line::contractId).collect(Collectors.toSet()));
        List<Long> bounded = contracts.values().stream().filter(contract -> contract.volume() != null).map(FrameworkContract::id).sorted().toList();
        List<Stored> stored = bounded.isEmpty() ? List.of() : Ask.of(em, Stored.class, """
                select l.id as id, l.contractId as contract, l.vatBp as vatBp, (l.quantity - l.cancelled) * l.priceCents as cents
                from OrderLine l where l.contractId in :contracts and l.id <= :last""").set("contracts", bounded)
                .set("last", calling.stream().mapToLong(CalledOff.Line::id).max().orElse(0)).list();
        Set<Long> awarded = new HashSet<>();
        calling.stream().collect(Collectors.groupingBy(line -> List.of(line.orderId(), line.contractId()))).values().forEach(together -> {
            FrameworkContract contract = contracts.get(together.get(0).contractId());
            long last = together.stream().mapToLong(CalledOff.Line::id).max().orElse(0);
            Money used = net(stored.stream().filter(one -> one.contract().equals(contract.id()) && one.id() <= last)
                    .map(one -> new Called(one.contract(), one.vatBp(), one.cents())).toList());
            together.stream().filter(line -> awards(contract, line.day(), used)).forEach(line -> awarded.add(line.id()));
        });
        return awarded;
    }

    /**
     * Those of these articles that a framework contract would award if they were called off today together, beside what was called off before.
     *
     * @param wanted gross in cents and rate of tax, by article
     */
    public Set<Long> wouldAward(Map<Long, List<Wanted>> wanted) {
        List<OfItem> items = wanted.isEmpty() ? List.of() : ofItems(wanted.keySet());
        Map<Long, FrameworkContract> contracts = contracts(items.stream().map(OfItem::contract).collect(Collectors.toSet()));
        Map<Long, Money> before = used(em, List.copyOf(contracts.keySet()));
        Map<Long, Money> now = new HashMap<>();
        items.forEach(i -> wanted.get(i.item()).forEach(w -> now.merge(i.contract(), Money.of(w.cents()).net(w.vatBp()), Money::plus)));
        return items.stream().filter(i -> awards(contracts.get(i.contract()), clock.today(), before.getOrDefault(i.contract(), Money.ZERO).plus(now.get(i.contract()))))
                .map(OfItem::item).collect(Collectors.toSet());
    }

    /** The one answer to whether a contract is an award of its own: it runs on that day, and what is called off with it is within its volume. */
    private static boolean awards(FrameworkContract contract, LocalDate day, Money used) {
        return !contract.closed(day) && (contract.volume() == null || used.compareTo(contract.volume()) <= 0);
    }

    private Map<Long, FrameworkContract> contracts(Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery("select f from FrameworkContract f where f.id in :ids", FrameworkContract.class).setParameter("ids", List.copyOf(ids))
                .getResultList().stream().collect(Collectors.toMap(FrameworkContract::id, f -> f));
    }

    private List<OfItem> ofItems(Collection<Long> items) {
        return Ask.of(em, OfItem.class, """
                select i.id as item, f.id as contract from CatalogueItem i join FrameworkContract f on f.supplierId = i.supplierId and f.no = i.contract
                where i.id in :items""").set("items", List.copyOf(items)).list();
    }

    private static Said say(Said said, FrameworkContract contract, String code, Object... values) {
        if (contract.refuses()) {
            throw new Refused(code, values);
        }
        return said.and(code, values);
    }

    /** What orders have called off so far, net: what was cancelled does not count. */
    Money used(Long contract) {
        return used(em, List.of(contract)).getOrDefault(contract, Money.ZERO);
    }

    /** The same of several contracts in one statement; those of which nothing was called off are missing. */
    static Map<Long, Money> used(EntityManager em, List<Long> contracts) {
        Map<Long, Money> used = new HashMap<>();
        if (!contracts.isEmpty()) {
            Ask.of(em, Called.class, """
                    select l.contractId as contract, l.vatBp as vatBp, sum((l.quantity - l.cancelled) * l.priceCents) as cents
                    from OrderLine l where l.contractId in :contracts group by l.contractId, l.vatBp""").set("contracts", contracts).list()
                    .stream().collect(Collectors.groupingBy(Called::contract)).forEach((contract, called) -> used.put(contract, net(called)));
        }
        return used;
    }

    /** Net: each rate of tax is taken off the sum at it. */
    private static Money net(List<Called> called) {
        return called.stream().collect(Collectors.groupingBy(Called::vatBp, Collectors.summingLong(Called::cents))).entrySet().stream()
                .map(rate -> Money.of(rate.getValue()).net(rate.getKey())).reduce(Money.ZERO, Money::plus);
    }

    /** An article and its contract. */
    record OfItem(Long item, Long contract) {
    }

    /**
     * What is about to be called off of an article.
     *
     * @param cents gross
     */
    public record Wanted(Long cents, Integer vatBp) {
    }

    /** A line that is stored, gross. */
    record Stored(Long id, Long contract, Integer vatBp, Long cents) {
    }

    /** What is called off at one rate of tax, gross. */
    record Called(Long contract, Integer vatBp, Long cents) {
    }
}
