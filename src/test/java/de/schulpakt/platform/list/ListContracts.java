package de.schulpakt.platform.list;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.procurement.request.RequestState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contract of all lists must know of each of them: who asks, how rows come about, what its own filters mean. */
final class ListContracts {
    /** Makes so many rows of one of the two authorities and answers their ids. */
    @FunctionalInterface
    interface Fill {
        List<Long> rows(ListWorld world, int of, int rows);
    }

    /** Whether a row passes a filter of the list's own, told without the code of the filter. */
    @FunctionalInterface
    interface Passes {
        boolean test(ListWorld world, Long id, Object value);
    }

    /**
     * @param role   who asks
     * @param shared true if everybody sees the same rows: then there is no foreign one
     */
    record Contract(Role role, boolean shared, Fill fill, Map<String, Passes> own) {
    }

    private ListContracts() {
    }

    /** By the name of the list. */
    static Map<String, Contract> all() {
        Map<String, Contract> all = new LinkedHashMap<>();
        all.put("requests", new Contract(Role.FUNDING_OFFICER, false, ListContracts::requests, Map.of("category",
                (world, id, value) -> world.db.number("SELECT count(*) FROM request_item WHERE request_id = ? AND category = ?", id,
                        value.toString()) > 0)));
        return all;
    }

    private static List<Long> requests(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        Long item = item(w);
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("request", "no, school_id, title, state, created_at, submitted_at", w.once("B-a"), w.schools.get(of),
                    w.text(), w.one(RequestState.class), w.day().atStartOfDay(), w.maybe() ? null : w.day().atTime(12, 0));
            for (int line = w.number(3); line > 0; line--) {
                w.insert("request_item", "request_id, line_no, item_id, room_id, quantity, price_cents, category", id, line, item,
                        w.someRoom(of), 1 + w.number(3), 100 * (1 + w.number(3)), w.one(Category.class));
            }
            ids.add(id);
        }
        return ids;
    }

    private static Long item(ListWorld w) {
        Long model = w.insert("device_model", "maker, name, kind, needs_network", "ab", w.once("b"), "TABLET", true);
        Long supplier = w.insert("supplier", "name", w.once("a_b "));
        return w.insert("catalogue_item", "model_id, supplier_id, name, category, price_cents, vat_bp, active", model, supplier, w.text(),
                w.one(Category.class), 100 + w.number(5), 1900, w.maybe());
    }
}
