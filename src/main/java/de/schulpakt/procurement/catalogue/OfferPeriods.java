package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The offers of articles, one after the other. Who changes them has locked the article. */
@ApplicationScoped
class OfferPeriods {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    List<OfferPeriod> of(Long item) {
        return em.createQuery("select p from OfferPeriod p where p.itemId = :item order by p.fromOn", OfferPeriod.class).setParameter("item", item).getResultList();
    }

    /** The offer that has begun last; it may have ended. */
    Optional<OfferPeriod> begun(Long item) {
        LocalDate today = clock.today();
        return em.createQuery("select p from OfferPeriod p where p.itemId = :item and p.fromOn <= :today order by p.fromOn desc", OfferPeriod.class)
                .setParameter("item", item).setParameter("today", today).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** The first offer of an article begins today. */
    void begin(CatalogueItem item) {
        LocalDate today = clock.today();
        item.from(item.validTo() != null && item.validTo().isBefore(today) ? item.validTo() : today);
    }

    /** The first offer of an article, which has begun. */
    void first(CatalogueItem item) {
        em.persist(new OfferPeriod(item.id(), item.validFrom(), item.validTo(), item.price().cents(), item.vatBp()));
    }

    /**
     * The article says something else from today on: another price is another offer, another last day is the same.
     *
     * @throws Refused {@code offer.overlap} if the next offer begins before this one would end
     */
    void follow(CatalogueItem item) {
        LocalDate today = clock.today();
        OfferPeriod now = begun(item.id()).orElse(null);
        if (now == null) {
            begin(item);
            first(item);
            return;
        }
        boolean same = now.priceCents() == item.price().cents() && now.vatBp() == item.vatBp();
        boolean over = now.toOn() != null && now.toOn().isBefore(today);
        if (same && !(over && (item.validTo() == null || !item.validTo().isBefore(today)))) {
            if (item.validTo() != null && item.validTo().isBefore(now.fromOn())) {
                throw new Refused("offer.ends_before", now.fromOn(), item.validTo());
            }
            now.until(item.validTo());
            item.from(now.fromOn());
        } else if (now.fromOn().equals(today) || item.validTo() != null && item.validTo().isBefore(today)) {
            now.say(item.validTo() != null && item.validTo().isBefore(now.fromOn()) ? now.fromOn() : item.validTo(), item.price().cents(), item.vatBp());
            item.until(now.toOn());
            item.from(now.fromOn());
        } else {
            if (!over) {
                now.until(today.minusDays(1));
                em.flush();
            }
            item.from(today);
            em.persist(new OfferPeriod(item.id(), today, item.validTo(), item.price().cents(), item.vatBp()));
        }
        refuseOverlap(item.id());
    }

    /** Refuses what {@link #follow} refuses, of all offers of an article. */
    void refuseOverlap(Long item) {
        em.flush();
        List<OfferPeriod> all = of(item);
        for (int i = 1; i < all.size(); i++) {
            OfferPeriod before = all.get(i - 1);
            if (before.toOn() == null || !before.toOn().isBefore(all.get(i).fromOn())) {
                throw new Refused("offer.overlap", before.fromOn(), all.get(i).fromOn());
            }
        }
    }
}
