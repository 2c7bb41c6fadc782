package de.schulpakt.identity;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much waits for the asker in each area: numbers beside the entries of the rail, on every page, so one statement. */
@Queries
public class WaitingQueries {
    /** Counting ends here, so that a long queue does not slow every page down. */
    public static final int MOST = 1000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    @Any
    Instance<WaitingCount> sources;

    /** What waits, by area, at most {@value #MOST} of a kind; areas for which the asker has no duty are absent. */
    public Map<String, Long> waiting() {
        List<String> areas = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (WaitingCount source : sources) {
            Scope scope = guard.visibleSchools(source.permission());
            if (!scope.isEmpty()) {
                areas.add(source.area());
                selects.add("(select count(*) from (select 1 from " + source.rows().replace("{scope}", sql(scope))
                        .replace("{today}", "'" + clock.today() + "'") + " limit " + MOST + ") w" + areas.size() + ")");
            }
        }
        return areas.isEmpty() ? Map.of() : count(areas, selects);
    }

    private Map<String, Long> count(List<String> areas, List<String> selects) {
        Object found = em.createNativeQuery("select " + String.join(", ", selects)).getSingleResult();
        Object[] row = found instanceof Object[] many ? many : new Object[] {found};
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            counts.merge(areas.get(i), ((Number) row[i]).longValue(), Long::sum);
        }
        return counts;
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
