package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The catalogue's door for requests and orders, which have asked the guard for what they do with it. */
@ApplicationScoped
public class Articles {
    @PersistenceContext
    EntityManager em;

    /**
     * The item as it stands in the catalogue now.
     *
     * @throws NotFound if there is none
     */
    public Article one(Long id) {
        return Find.one(em, CatalogueItem.class, id).article();
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
