package de.schulpakt.procurement.catalogue;

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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What orders call off framework contracts: the door of the catalogue for the orders, which have asked the guard. */
@ApplicationScoped
public class CallOffs {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** The contracts that these articles belong to, locked, the smallest id first; an article without one is missing. */
    public Map<Long, Long> lock(Collection<Long> items) {
        Map<Long, Long> contracts = new HashMap<>();
        if (!items.isEmpty()) {
            Ask.of(em, OfItem.class, """
                    select i.id as item, f.id as contract from CatalogueItem i join FrameworkContract f on f.supplierId = i.supplierId and f.no = i.contract
                    where i.id in :items""").set("items", List.copyOf(items)).list().forEach(o -> contracts.put(o.item(), o.contract()));
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

    /**
     * Those of these contracts that are an award of their own for what is called off: they run on that day, and all that order lines have called off
     * of them, with those that are stored now, is within their volume.
     */
    public Set<Long> awards(Collection<Long> contracts, LocalDate day) {
        Set<Long> asked = contracts.stream().filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Money> used = used(em, List.copyOf(asked));
        asked.removeIf(id -> {
            FrameworkContract contract = Find.one(em, FrameworkContract.class, id);
            return contract.closed(day) || contract.volume() != null && used.getOrDefault(id, Money.ZERO).compareTo(contract.volume()) > 0;
        });
        return new HashSet<>(asked);
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
                    .forEach(c -> used.merge(c.contract(), Money.of(c.cents()).net(c.vatBp()), Money::plus));
        }
        return used;
    }

    /** An article and its contract. */
    record OfItem(Long item, Long contract) {
    }

    /** What is called off at one rate of tax, gross. */
    record Called(Long contract, Integer vatBp, Long cents) {
    }
}
