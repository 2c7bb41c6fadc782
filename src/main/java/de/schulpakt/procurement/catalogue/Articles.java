package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The catalogue's door for requests and orders, which have asked the guard for what they do with it. */
@ApplicationScoped
public class Articles {
    @PersistenceContext
    EntityManager em;
    @Inject
    OfferPeriods periods;
    @Inject
    Clock clock;

    /**
     * The item at the price of the day, whether the catalogue shows it already or not.
     *
     * @throws NotFound if there is none
     */
    public Article one(Long id) {
        CatalogueItem item = Find.one(em, CatalogueItem.class, id);
        // another offer begins after the one that stands here has ended
        return item.validTo() == null || !item.validTo().isBefore(clock.today()) ? item.article()
                : periods.begun(id).filter(p -> !p.fromOn().equals(item.validFrom())).map(item::article).orElseGet(item::article);
    }

    /**
     * What belongs to a set today, by name.
     *
     * @throws NotFound if there is no such set
     * @throws Refused  {@code set.inactive} if it can no longer be asked for
     */
    public List<Member> members(Long setId) {
        CatalogueSet set = Find.one(em, CatalogueSet.class, setId);
        if (!set.active()) {
            throw new Refused("set.inactive", set.name());
        }
        return em.createQuery("select m from SetMember m, CatalogueItem i where i.id = m.itemId and m.setId = :set order by i.name, i.id", SetMember.class)
                .setParameter("set", setId).getResultList().stream().map(m -> new Member(one(m.itemId()), m.pieces())).toList();
    }

    /** So many pieces of an article in one set. */
    public record Member(Article article, int pieces) {
    }

    /**
     * Makes sure that there is such a supplier.
     *
     * @throws NotFound if there is none
     */
    public void requireSupplier(Long id) {
        Find.one(em, Supplier.class, id);
    }
}
