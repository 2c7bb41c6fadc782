package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

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
        Supplier supplier = new Supplier(cmd);
        em.persist(supplier);
        em.flush();
        history.record(supplier.ref(), CatalogueAction.CREATE_SUPPLIER);
        return supplier.id();
    }

    /** Changes how a supplier is named and reached. The database refuses a second one of the same name with {@code supplier_name_once}. */
    public void changeSupplier(long supplierId, @Valid ChangeSupplier cmd) {
        Supplier supplier = Find.locked(em, Supplier.class, supplierId);
        guard.requireEverywhere(CATALOGUE_EDIT);
        supplier.change(cmd);
        history.record(supplier.ref(), CatalogueAction.CHANGE_SUPPLIER);
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
        history.record(item.ref(), CatalogueAction.CREATE, Said.that("said.price", item.price()));
        return item.id();
    }

    /** Changes an item; the history keeps the old and the new price. Requests and orders already written keep theirs. */
    public void changeItem(long id, @Valid ChangeItem cmd) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        Money before = item.price();
        item.change(cmd);
        history.record(item.ref(), CatalogueAction.CHANGE, before.equals(item.price()) ? Said.NOTHING
                : Said.that("said.price_changed", item.price(), before));
    }

    /**
     * A new supplier; its name exists once.
     *
     * @param email      to which orders go
     * @param contact    who is asked there
     * @param customerNo under which the supplier knows us
     */
    public record CreateSupplier(@NotBlank @Size(max = 160) String name, @Email @Size(max = 200) String email, @Size(max = 160) String contact,
            @Size(max = 60) String phone, @Size(max = 60) String customerNo) {
        /** Of whom nothing else is known. */
        public CreateSupplier(String name, String email) {
            this(name, email, null, null, null);
        }
    }

    /** New facts of a supplier; see {@link CreateSupplier}. */
    public record ChangeSupplier(@NotNull Integer version, @NotBlank @Size(max = 160) String name, @Email @Size(max = 200) String email,
            @Size(max = 160) String contact, @Size(max = 60) String phone, @Size(max = 60) String customerNo) {
    }

    /**
     * A new catalogue item.
     *
     * @param category   funding category that can pay for it
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points (1900 = 19 %)
     * @param contract   framework contract, may be null
     * @param validTo    last day on which it may be requested and ordered, null without end
     * @param termMonths months for which a licence or a service is paid, null for all else
     */
    public record CreateItem(@NotNull Long modelId, @NotNull Long supplierId, @NotBlank @Size(max = 160) String name,
            @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
            @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo,
            @Min(1) @Max(240) Integer termMonths) {
        /** Without a term of its own. */
        public CreateItem(Long modelId, Long supplierId, String name, Category category, Long priceCents, Integer vatBp, String contract,
                LocalDate validTo) {
            this(modelId, supplierId, name, category, priceCents, vatBp, contract, validTo, null);
        }
    }

    /**
     * New facts of a catalogue item. Lines already written keep their price.
     *
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points
     * @param active     false: can no longer be requested or ordered
     * @param termMonths as in {@link CreateItem}
     */
    public record ChangeItem(@NotNull Integer version, @NotBlank @Size(max = 160) String name,
            @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
            @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo,
            @NotNull Boolean active, @Min(1) @Max(240) Integer termMonths) {
        /** Without a term of its own. */
        public ChangeItem(Integer version, String name, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo,
                Boolean active) {
            this(version, name, category, priceCents, vatBp, contract, validTo, active, null);
        }
    }
}
