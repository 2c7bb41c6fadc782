package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/** Questions about device models. */
@Queries
public class DeviceModelQueries {
    private static final Map<String, String> COLUMNS = Map.of("maker", "m.maker", "model", "m.name", "kind", "m.kind");
    private static final String ROW = "select m.id, concat(m.maker, ' ', m.name) as name, m.maker, m.name as model, m.partNo, m.kind,"
            + " m.needsNetwork from DeviceModel m";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** All models, page by page. */
    public Page<Option> list(PageRequest page) {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, Option.class, ROW + page.orderBy(COLUMNS, "m.maker, m.name", "m.id"))
                .page(page, Ask.of(em, Long.class, "select count(m) from DeviceModel m"));
    }

    /** A model to choose from; name is maker and model. */
    public record Option(Long id, String name, String maker, String model, String partNo, ModelKind kind,
            Boolean needsNetwork) {
    }
}
