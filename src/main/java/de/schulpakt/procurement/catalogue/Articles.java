package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

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
     * Makes sure that there is such a supplier.
     *
     * @throws NotFound if there is none
     */
    public void requireSupplier(Long id) {
        Find.one(em, Supplier.class, id);
    }
}
