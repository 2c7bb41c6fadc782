package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Questions about the catalogue. It is the same for all schools. */
@Queries
public class CatalogueQueries {
    private static final String ROW = "select new de.schulpakt.procurement.catalogue.CatalogueQueries$Row(i.id, i.name, m.id, m.maker, m.name,"
            + " m.partNo, m.kind, m.needsNetwork, s.id, s.name, i.category, i.priceCents, i.vatBp, i.contract, i.validTo,"
            + " i.active, i.version)";
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
        List<Row> rows = bind(filter, em.createQuery(ROW + FROM + where
                        + page.orderBy(COLUMNS, "i.category, i.name", "i.id"), Row.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        long total = bind(filter, em.createQuery("select count(i)" + FROM + where, Long.class)).getSingleResult();
        return Page.of(rows, total, page);
    }

    /** What can be requested today, by category and name, at most 500. */
    public List<Row> offered() {
        guard.require(CATALOGUE_VIEW);
        Filter filter = new Filter(null, null, null, true);
        return bind(filter, em.createQuery(ROW + FROM + where(filter) + " order by i.category, i.name, i.id",
                Row.class)).setMaxResults(500).getResultList();
    }

    /**
     * One item.
     *
     * @throws NotFound if there is none
     */
    public Row item(Long id) {
        guard.require(CATALOGUE_VIEW);
        return em.createQuery(ROW + FROM + " and i.id = :id", Row.class).setParameter("id", id)
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("CatalogueItem", id));
    }

    /** The suppliers by name, at most 500. */
    public List<SupplierOption> suppliers() {
        guard.require(CATALOGUE_VIEW);
        return em.createQuery("select new de.schulpakt.procurement.catalogue.CatalogueQueries$SupplierOption(s.id, s.name, s.email) from Supplier s"
                + " order by s.name, s.id", SupplierOption.class).setMaxResults(500).getResultList();
    }

    private static String where(Filter f) {
        return (Like.asked(f.text()) ? " and (i.name like :text escape '!' or m.maker like :text escape '!'"
                + " or m.name like :text escape '!' or m.partNo like :text escape '!' or i.contract like :text escape '!')" : "")
                + (f.category() == null ? "" : " and i.category = :category")
                + (f.supplierId() == null ? "" : " and i.supplierId = :supplier")
                + (Boolean.TRUE.equals(f.offered()) ? " and i.active = true and (i.validTo is null or i.validTo >= :today)" : "");
    }

    private <T> TypedQuery<T> bind(Filter f, TypedQuery<T> query) {
        if (Like.asked(f.text())) {
            query.setParameter("text", Like.anywhere(f.text()));
        }
        if (f.category() != null) {
            query.setParameter("category", f.category());
        }
        if (f.supplierId() != null) {
            query.setParameter("supplier", f.supplierId());
        }
        if (Boolean.TRUE.equals(f.offered())) {
            query.setParameter("today", clock.today());
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
