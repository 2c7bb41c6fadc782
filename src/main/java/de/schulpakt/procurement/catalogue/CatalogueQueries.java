package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Questions about the catalogue. It is the same for all schools. */
@Queries
public class CatalogueQueries {
    private static final String ROW = "select i.id, i.name, m.id as modelId, m.maker, m.name as model, m.partNo, m.kind,"
            + " m.needsNetwork, s.id as supplierId, s.name as supplier, i.category, i.priceCents, i.vatBp, i.contract, i.validTo,"
            + " i.active, i.version";
    private static final String FROM = " from CatalogueItem i join DeviceModel m on m.id = i.modelId"
            + " join Supplier s on s.id = i.supplierId where 1 = 1";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** The item, if it can be requested today. */
    public Optional<Row> offered(Long id) {
        guard.require(CATALOGUE_VIEW);
        return id == null ? Optional.empty() : Ask.of(em, Row.class, ROW + FROM + " and i.id = :id and i.active = true"
                + " and (i.validTo is null or i.validTo >= :today)").set("id", id).set("today", clock.today()).one();
    }

    /**
     * One item.
     *
     * @throws NotFound if there is none
     */
    public Row item(Long id) {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, Row.class, ROW + FROM + " and i.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("CatalogueItem", id));
    }

    /** All suppliers by name. */
    public List<SupplierOption> suppliers() {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, SupplierOption.class, "select s.id, s.name, s.email from Supplier s order by s.name, s.id").list();
    }

    /**
     * An item of the catalogue.
     *
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points
     * @param validTo    last day on which it may be requested, null without end
     */
    public record Row(Long id, String name, Long modelId, String maker, String model, String partNo, ModelKind kind,
            Boolean needsNetwork, Long supplierId, String supplier, Category category, Long priceCents, Integer vatBp,
            String contract, LocalDate validTo, Boolean active, Integer version) {
    }

    /** A supplier to choose. */
    public record SupplierOption(Long id, String name, String email) {
    }
}
