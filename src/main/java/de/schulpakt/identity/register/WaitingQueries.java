package de.schulpakt.identity.register;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Registered;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much waits for the asker in each area: numbers beside the entries of the rail, on every page, so one statement. */
@Queries
public class WaitingQueries {
    /** Counting ends here, so that a long queue does not slow every page down. */
    public static final int MOST = 1000;
    /** For counts that concern a person and no place. */
    private static final Scope EVERYBODY = new Scope(true, Set.of(), Set.of());
    private static final Pattern PLACE = Pattern.compile("\\{(school|authority):([a-z_.]+)}");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Registered registered;

    /** What waits, by area, at most {@value #MOST} of a kind; areas for which the asker has no duty are absent. */
    public Map<String, Long> waiting() {
        List<String> areas = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (WaitingCount source : registered.of(WaitingCount.class)) {
            Scope scope = source.permission() == null ? EVERYBODY : guard.visibleSchools(source.permission());
            if (!scope.isEmpty()) {
                areas.add(source.area());
                selects.add("(select count(*) from (select 1 from " + sql(source.rows(), scope)
                        .replace("{today}", "'" + clock.today() + "'").replace("{user}", String.valueOf(current.id())) + " limit " + MOST + ") w" + areas.size() + ")");
            }
        }
        return areas.isEmpty() ? Map.of() : count(areas, selects);
    }

    private Map<String, Long> count(List<String> areas, List<String> selects) {
        List<Long> found = Ask.numbers(em, "select " + String.join(", ", selects));
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            counts.merge(areas.get(i), found.get(i), Long::sum);
        }
        return counts;
    }

    /** With the scope as SQL; ids are numbers of our own, never what somebody typed. */
    private static String sql(String rows, Scope scope) {
        return PLACE.matcher(rows.replace("{everywhere}", scope.everywhere() ? "1 = 1" : "1 = 0")).replaceAll(place -> scope.everywhere() ? "1 = 1"
                : place.group(2) + " in (" + (place.group(1).equals("school") ? schools(scope) : join(scope.authorities())) + ")");
    }

    private static String schools(Scope scope) {
        if (scope.authorities().isEmpty()) {
            return join(scope.schools());
        }
        return "select s.id from school s where s.authority_id in (" + join(scope.authorities()) + ")"
                + (scope.schools().isEmpty() ? "" : " or s.id in (" + join(scope.schools()) + ")");
    }

    private static String join(Collection<Long> ids) {
        return ids.isEmpty() ? "-1" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
