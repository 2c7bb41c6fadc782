package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about the catalogue. It is the same for all schools. */
@Queries
public class CatalogueQueries {
    private static final String ROW = "select i.id, i.name, m.id as modelId, m.maker, m.name as model, m.partNo, m.kind,"
            + " m.needsNetwork, s.id as supplierId, s.name as supplier, i.category, i.priceCents, i.vatBp, i.contract, i.validTo,"
            + " i.active, i.version";
    private static final String FROM = " from CatalogueItem i join DeviceModel m on m.id = i.modelId"
            + " join Supplier s on s.id = i.supplierId where 1 = 1";
    private static final Map<String, String> COLUMNS = Map.of("name", "i.name", "maker", "m.maker", "category", "i.category",
            "supplier", "s.name", "price", "i.priceCents", "validTo", "i.validTo");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** The items that fit a filter. */
    public Page<Row> list(Filter filter, PageRequest page) {
        guard.require(CATALOGUE_VIEW);
        String where = where(filter);
        return bind(filter, Ask.of(em, Row.class, ROW + FROM + where + page.orderBy(COLUMNS, "i.category, i.name", "i.id")))
                .page(page, bind(filter, Ask.of(em, Long.class, "select count(i)" + FROM + where)));
    }

    /** The item, if it can be requested today. */
    public Optional<Row> offered(Long id) {
        guard.require(CATALOGUE_VIEW);
        Filter filter = new Filter(null, null, null, true);
        return id == null ? Optional.empty() : bind(filter, Ask.of(em, Row.class, ROW + FROM + where(filter) + " and i.id = :id")).set("id", id).one();
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

    private static String where(Filter f) {
        return (Like.asked(f.text()) ? " and (i.name like :text escape '!' or m.maker like :text escape '!'"
                + " or m.name like :text escape '!' or m.partNo like :text escape '!' or i.contract like :text escape '!')" : "")
                + (f.category() == null ? "" : " and i.category = :category")
                + (f.supplierId() == null ? "" : " and i.supplierId = :supplier")
                + (Boolean.TRUE.equals(f.offered()) ? " and i.active = true and (i.validTo is null or i.validTo >= :today)" : "");
    }

    private <T> Ask<T> bind(Filter f, Ask<T> query) {
        if (Like.asked(f.text())) {
            query.set("text", Like.anywhere(f.text()));
        }
        if (f.category() != null) {
            query.set("category", f.category());
        }
        if (f.supplierId() != null) {
            query.set("supplier", f.supplierId());
        }
        if (Boolean.TRUE.equals(f.offered())) {
            query.set("today", clock.today());
        }
        return query;
    }

    /**
     * What a catalogue list asks for; null asks for all.
     *
     * @param text    part of name, maker, model or part number
     * @param offered true: only what can be requested today
     */
    public record Filter(String text, Category category, Long supplierId, Boolean offered) {
        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, null, null);
        }
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
