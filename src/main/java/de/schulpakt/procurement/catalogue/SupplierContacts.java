package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Forgets whom to ask at suppliers from whom nothing has come for three whole calendar years: claims from a purchase lapse then (§§ 195, 199
 * BGB). A framework contract that still runs, and a change of the supplier in that time, keep them.
 */
@UseCases
@Unguarded("Called by the job of each night; forgets by rule.")
class SupplierContacts {
    private static final int YEARS = 3;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** Forgets; of how many suppliers. */
    int forget() {
        LocalDate today = clock.today();
        LocalDate day = LocalDate.of(today.getYear() - YEARS, 1, 1);
        Instant instant = day.atStartOfDay(Clock.ZONE).toInstant();
        List<Supplier> old = em.createQuery("""
                select s from Supplier s where (s.contact is not null or s.phone is not null or s.email is not null)
                and not exists (select o.id from PurchaseOrder o where o.supplierId = s.id and o.orderedOn >= :day)
                and not exists (select c.id from FrameworkContract c where c.supplierId = s.id and (c.toOn is null or c.toOn >= :today))
                and not exists (select h.id from HistoryRow h where h.subjectType = 'Supplier' and h.subjectId = s.id and h.at >= :instant)
                order by s.id""", Supplier.class).setParameter("day", day).setParameter("today", today).setParameter("instant", instant).getResultList();
        old.forEach(supplier -> {
            supplier.forget();
            history.record(supplier.ref(), CatalogueAction.FORGET);
        });
        return old.size();
    }
}
