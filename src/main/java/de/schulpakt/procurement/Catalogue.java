package de.schulpakt.procurement;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Locale;

/** Suppliers and what they offer. */
@UseCases
public class Catalogue {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * Adds a supplier. The database refuses a second one of the same name with {@code supplier_name_once}.
     *
     * @return its id
     */
    public Long createSupplier(@Valid CreateSupplier cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        Supplier supplier = new Supplier(cmd.name(), cmd.email());
        em.persist(supplier);
        em.flush();
        history.record(new Ref("Supplier", supplier.id(), supplier.name()), CatalogueAction.CREATE_SUPPLIER, null);
        return supplier.id();
    }

    /**
     * Adds an item. The database refuses the same model of the same supplier a second time with
     * {@code catalogue_item_once} and a model that does not exist with {@code catalogue_item_model}.
     *
     * @return its id
     */
    public Long createItem(@Valid CreateItem cmd) {
        Find.one(em, Supplier.class, cmd.supplierId());
        guard.requireEverywhere(CATALOGUE_EDIT);
        CatalogueItem item = new CatalogueItem(cmd);
        em.persist(item);
        em.flush();
        history.record(item.ref(), CatalogueAction.CREATE, item.price().text(Locale.GERMAN));
        return item.id();
    }

    /** Changes an item; the history keeps the old and the new price. Requests and orders already written keep theirs. */
    public void changeItem(@Valid ChangeItem cmd) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, cmd.id());
        guard.requireEverywhere(CATALOGUE_EDIT);
        Money before = item.price();
        item.change(cmd);
        history.record(item.ref(), CatalogueAction.CHANGE, before.equals(item.price()) ? null
                : before.text(Locale.GERMAN) + " → " + item.price().text(Locale.GERMAN));
    }
}
