package de.schulpakt.overview.search;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SearchSource.Exact;
import de.schulpakt.identity.register.SearchSource.Within;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Like;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The search of the top bar: numbers and serials by their beginning, which an index answers, names anywhere. Each kind of
 * subject is one statement, limited to what the asker may see of that kind.
 */
@Queries
public class SearchQueries {
    /**
     * Hits of one kind, at most {@value #MOST}.
     *
     * @param more true if there are more
     */
    public record Group(String kind, List<Hit> hits, Boolean more) {
        static final int MOST = 8;
    }

    /**
     * Something that the search has found.
     *
     * @param kind  entity name of the subject: School, Request, Application, PurchaseOrder, Ticket, Device, DeviceModel
     * @param no    number by which people know it
     * @param title what it is
     * @param where school or place, may be null
     * @param exact true if what was typed is this number or name
     */
    public record Hit(String kind, Long id, String no, String title, String where, Boolean exact) {
    }

    /**
     * The answer to a search.
     *
     * @param groups hits by kind of subject, only kinds that have some
     * @param only   the subject that was meant, if what was typed is the number or serial of exactly one; else null
     */
    public record View(String q, List<Group> groups, Hit only) {
    }

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    @Any
    Instance<SearchSource> sources;

    /** What is found for a text of two characters or more; what is longer than 100 characters is cut. */
    public View search(String text) {
        String typed = text == null ? "" : text.strip();
        String q = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Group> groups = new ArrayList<>();
        if (q.length() >= SHORTEST) {
            sources.stream().sorted(Comparator.comparing(SearchSource::place)).forEach(source -> find(source, q, groups));
        }
        List<Hit> exact = groups.stream().flatMap(g -> g.hits().stream()).filter(Hit::exact).toList();
        return new View(q, groups, exact.size() == 1 ? exact.get(0) : null);
    }

    private void find(SearchSource source, String q, List<Group> groups) {
        Scope scope = guard.visibleSchools(source.permission());
        if (scope.isEmpty() || source.scope() == Within.AUTHORITIES && !scope.everywhere() && scope.authorities().isEmpty()) {
            return;
        }
        Ask<Found> ask = Ask.of(em, Found.class, source.jpql().replace("{scope}", condition(source.scope(), scope)));
        if (source.scope() == Within.SCHOOLS) {
            scope.bind(ask);
        } else if (source.scope() == Within.AUTHORITIES && !scope.everywhere()) {
            ask.set("authorities", scope.authorities());
        }
        Map.of("start", Like.beginning(q), "any", Like.anywhere(q), "same", q).forEach((name, value) -> {
            if (source.jpql().contains(":" + name)) {
                ask.set(name, value);
            }
        });
        List<Hit> hits = new ArrayList<>(ask.list(Group.MOST + 1).stream().map(f -> f.hit(source, q)).toList());
        if (!hits.isEmpty()) {
            // what was meant exactly must not be lost among longer names that come before it
            hits.sort((a, b) -> Boolean.compare(b.exact(), a.exact()));
            groups.add(new Group(source.kind(), hits.stream().limit(Group.MOST).toList(), hits.size() > Group.MOST));
        }
    }

    private static String condition(Within within, Scope scope) {
        return switch (within) {
            case SCHOOLS -> scope.school("s");
            case AUTHORITIES -> scope.everywhere() ? "1 = 1" : "y.id in :authorities";
            case ALL -> "1 = 1";
        };
    }

    /** A row of any source. */
    record Found(Long id, String no, String title, String place) {
        Hit hit(SearchSource source, String q) {
            boolean exact = source.exact() != Exact.NONE && q.equalsIgnoreCase(no)
                    || source.exact() == Exact.NUMBER_OR_TITLE && q.equalsIgnoreCase(title);
            return new Hit(source.kind(), id, no, title, place, exact);
        }
    }
}
