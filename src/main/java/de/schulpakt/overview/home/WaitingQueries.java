package de.schulpakt.overview.home;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much waits for the asker in each area: numbers beside the entries of the rail, on every page, so one statement. */
@Queries
public class WaitingQueries {
    private static final int CONCEPT_DAYS = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * What waits, by area: requests to decide or to answer, approved requests to order and deliveries that are late, devices
     * to place or put into service, tickets to take or to accept, media concepts that are nearly due.
     */
    public Map<String, Long> waiting() {
        LocalDate today = clock.today();
        List<String> areas = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        ask(areas, selects, "requests", Permission.REQUEST_DECIDE, "request x join school s on s.id = x.school_id where x.state = 'SUBMITTED'");
        ask(areas, selects, "requests", Permission.REQUEST_EDIT, "request x join school s on s.id = x.school_id where x.state = 'QUERIED'");
        ask(areas, selects, "orders", Permission.ORDER_PLACE, "request x join school s on s.id = x.school_id where x.state = 'APPROVED'");
        ask(areas, selects, "orders", Permission.DELIVERY_RECEIVE, "purchase_order x where x.expected_on < '" + today
                + "' and x.state in ('PLACED', 'PARTLY_DELIVERED') and exists (select 1 from order_line l join school s"
                + " on s.id = l.school_id where l.order_id = x.id", ")");
        ask(areas, selects, "devices", Permission.DEVICE_SERVE, "device x join device_model m on m.id = x.model_id join school s"
                + " on s.id = x.school_id where x.state = 'IN_STOCK' and m.needs_network = 0");
        ask(areas, selects, "tickets", Permission.TICKET_WORK, "ticket x join school s on s.id = x.school_id where x.state = 'OPEN'"
                + " and x.assignee_id is null");
        ask(areas, selects, "tickets", Permission.TICKET_ACCEPT, "ticket x join school s on s.id = x.school_id where x.state = 'MEASURED'");
        ask(areas, selects, "funding", Permission.APPLICATION_EDIT, "annex x join school s on s.id = x.school_id join application a"
                + " on a.id = x.application_id where x.concept_received_on is null and x.concept_due_on <= '"
                + today.plusDays(CONCEPT_DAYS) + "' and a.state in ('SUBMITTED', 'APPROVED', 'PARTLY_APPROVED')");
        return areas.isEmpty() ? Map.of() : count(areas, selects);
    }

    private Map<String, Long> count(List<String> areas, List<String> selects) {
        Object found = em.createNativeQuery("select " + String.join(", ", selects)).getSingleResult();
        Object[] row = found instanceof Object[] many ? many : new Object[] {found};
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            counts.merge(areas.get(i), Sums.number(row[i]), Long::sum);
        }
        return counts;
    }

    private void ask(List<String> areas, List<String> selects, String area, Permission permission, String from) {
        ask(areas, selects, area, permission, from, "");
    }

    private void ask(List<String> areas, List<String> selects, String area, Permission permission, String from, String end) {
        Scope scope = guard.visibleSchools(permission);
        if (!scope.isEmpty()) {
            areas.add(area);
            selects.add("(select count(*) from " + from + " and " + sql(scope) + end + ")");
        }
    }

    /** The scope as SQL over {@code school s}; ids are numbers of our own, never what somebody typed. */
    private static String sql(Scope scope) {
        if (scope.everywhere()) {
            return "1 = 1";
        }
        List<String> parts = new ArrayList<>();
        if (!scope.authorities().isEmpty()) {
            parts.add("s.authority_id in (" + join(scope.authorities()) + ")");
        }
        if (!scope.schools().isEmpty()) {
            parts.add("s.id in (" + join(scope.schools()) + ")");
        }
        return "(" + String.join(" or ", parts) + ")";
    }

    private static String join(Iterable<Long> ids) {
        List<String> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(String.valueOf(id)));
        return String.join(", ", texts);
    }
}
