package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** What the day makes of offers: one begins, one is about to end. */
@UseCases
@Unguarded("An inner door of the job: what was agreed before happens on its day.")
class OfferTurns {
    /** An offer that ends within so many days without another after it is told. */
    static final int WARN_DAYS = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    OfferPeriods periods;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** An offer that ends, and of which nobody has been told. */
    record Ending(Long id, String name, LocalDate validTo) {
    }

    /** Articles of which another offer has begun. */
    List<Long> begun() {
        return Ask.of(em, Long.class, """
                select distinct p.itemId from OfferPeriod p join CatalogueItem i on i.id = p.itemId
                where p.fromOn <= :today and (i.validFrom is null or p.fromOn > i.validFrom) order by p.itemId""").set("today", clock.today()).list();
    }

    /** The offer that has begun stands in the catalogue. */
    void turn(Long id) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, id);
        periods.begun(id).filter(p -> !p.fromOn().equals(item.validFrom())).ifPresent(p -> {
            Money before = item.price();
            item.turn(p);
            history.record(item.ref(), CatalogueAction.TURN, Said.that("said.price_changed", item.price(), before));
        });
    }

    /** Offers that end soon, with none after them. */
    List<Ending> ending() {
        LocalDate today = clock.today();
        return Ask.sql(em, Ending.class, """
                select i.id as id, i.name as name, i.valid_to as validTo from catalogue_item i where i.active and i.valid_to between ?1 and ?2
                and not exists (select 1 from offer_period p where p.item_id = i.id and p.from_on > ?1)
                and not exists (select 1 from offer_told t where t.item_id = i.id and t.valid_to = i.valid_to) order by i.valid_to, i.id""")
                .set(1, today).set(2, today.plusDays(WARN_DAYS)).list();
    }

    /** Tells who keeps the catalogue. */
    void tell(Ending one) {
        if (em.createNativeQuery("insert ignore into offer_told (item_id, valid_to) values (?1, ?2)").setParameter(1, one.id()).setParameter(2, one.validTo())
                .executeUpdate() > 0) {
            news.tellEverywhere("message.offer_ends", new Ref("CatalogueItem", one.id(), one.name()));
        }
    }
}
