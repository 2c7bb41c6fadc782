package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** Questions about device models. */
@Queries
public class DeviceModelQueries {
    private static final Map<String, String> COLUMNS = Map.of("maker", "m.maker", "model", "m.name", "kind", "m.kind");
    private static final String ROW = "select new de.schulpakt.inventory.device.DeviceModelQueries$Option(m.id, concat(m.maker, ' ', m.name),"
            + " m.maker, m.name, m.partNo, m.kind, m.needsNetwork) from DeviceModel m";
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** All models by name, at most 500, to choose one for the catalogue. */
    public List<Option> options() {
        guard.require(CATALOGUE_VIEW);
        return em.createQuery(ROW + " order by m.maker, m.name", Option.class).setMaxResults(MOST).getResultList();
    }

    /** All models, page by page. */
    public Page<Option> list(PageRequest page) {
        guard.require(CATALOGUE_VIEW);
        List<Option> rows = em.createQuery(ROW + page.orderBy(COLUMNS, "m.maker, m.name", "m.id"), Option.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, em.createQuery("select count(m) from DeviceModel m", Long.class).getSingleResult(), page);
    }

    /** A model to choose from; name is maker and model. */
    public record Option(Long id, String name, String maker, String model, String partNo, ModelKind kind,
            Boolean needsNetwork) {
    }
}
