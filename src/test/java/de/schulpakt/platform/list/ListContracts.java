package de.schulpakt.platform.list;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.procurement.request.RequestState;
import java.time.LocalDate;
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
        all.put("devices", new Contract(Role.FUNDING_OFFICER, false, ListContracts::devices, Map.of()));
        all.put("tickets", new Contract(Role.FUNDING_OFFICER, false, ListContracts::tickets, Map.of(
                "assignee", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket t WHERE t.id = ? AND " + (value == TicketList.Assignee.ME
                        ? "t.assignee_id = (SELECT id FROM app_user WHERE login = 'asks')"
                        : "t.assignee_id IS NULL AND t.state <> 'CANCELLED'"), id) == 1,
                "due", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND due_on " + (value == TicketList.Due.OVERDUE
                        ? "< ?" : value == TicketList.Due.TODAY ? "<= ?" : "<= ? + INTERVAL 7 DAY")
                        + " AND state NOT IN ('ACCEPTED', 'CLOSED', 'CANCELLED')", id, w.db.get(Clock.class).today()) == 1)));
        return all;
    }

    private static List<Long> devices(ListWorld w, int of, int rows) {
        List<Long> models = List.of(model(w), model(w), model(w));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("device", "inventory_no, serial, model_id, school_id, room_id, state, order_no, price_cents, delivered_on,"
                    + " in_service_on, binding_end_on", w.once("G-a"), w.once(w.text().replace(" ", "")), w.one(models), w.schools.get(of),
                    w.room(of), w.one(DeviceState.class), w.maybe() ? null : "ab", 100 * w.number(4), w.day(), w.maybe() ? null : w.day(),
                    w.maybe() ? null : w.day()));
        }
        return ids;
    }

    private static Long model(ListWorld w) {
        return w.insert("device_model", "maker, name, kind, needs_network", w.text(), w.once("b"), w.one(ModelKind.class), w.maybe());
    }

    private static List<Long> tickets(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        Long me = w.db.number("SELECT id FROM app_user WHERE login = 'asks'");
        LocalDate today = w.db.get(Clock.class).today();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean taken = w.maybe();
            ids.add(w.insert("ticket", "no, school_id, room_id, device_id, title, state, assignee_id, assignee, due_on, opened_at",
                    w.once("T-a"), w.schools.get(of), w.room(of), w.maybe() ? null : devices.get(i), w.text(), w.one(TicketState.class),
                    taken ? me : null, taken ? "asks" : null, w.maybe() ? null : today.plusDays(w.number(20) - 10), w.day().atStartOfDay()));
        }
        return ids;
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
