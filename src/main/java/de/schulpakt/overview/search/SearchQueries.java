package de.schulpakt.overview.search;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SearchSource.Exact;
import de.schulpakt.identity.register.SearchSource.Within;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Registered;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Fulltext;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The search of the top bar: numbers and serials by their beginning, in whatever notation, names anywhere, titles by the
 * beginning of their words. Each kind of subject is one statement or few, each answered by an index and limited to what the
 * asker may see of that kind.
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
     * @param kind  entity name of the subject: School, Request, Application, PurchaseOrder, Ticket, Device, DeviceModel,
     *              or Paper for a file
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

    /** Kind of a hit that is a file: its number is the name, its title the number of the subject at which it is. */
    private static final String FILE = "Paper";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Registered registered;
    @Inject
    PaperQueries papers;

    /** What is found for a text of two characters or more; what is longer than 100 characters is cut. */
    public View search(String text) {
        String typed = text == null ? "" : text.strip();
        String q = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Group> groups = new ArrayList<>();
        if (q.length() >= SHORTEST) {
            registered.of(SearchSource.class).stream().sorted(Comparator.comparing(SearchSource::place)).forEach(source -> find(source, q, groups));
            files(q, groups);
        }
        List<Hit> exact = groups.stream().flatMap(g -> g.hits().stream()).filter(Hit::exact).toList();
        return new View(q, groups, exact.size() == 1 ? exact.get(0) : null);
    }

    /** Files by their name; what has the form of a number is no name of a file. */
    private void files(String q, List<Group> groups) {
        List<Hit> hits = Fulltext.number(q) ? List.of() : papers.find(q, Group.MOST + 1).stream().map(p -> new Hit(FILE, p.id(), p.name(), p.subject(), null, false)).toList();
        if (!hits.isEmpty()) {
            groups.add(new Group(FILE, hits.stream().limit(Group.MOST).toList(), hits.size() > Group.MOST));
        }
    }

    private void find(SearchSource source, String q, List<Group> groups) {
        Scope scope = guard.visibleSchools(source.permission());
        if (scope.isEmpty() || source.scope() == Within.AUTHORITIES && !scope.everywhere() && scope.authorities().isEmpty()) {
            return;
        }
        Map<Long, Hit> found = new LinkedHashMap<>();
        for (String match : matches(source, q)) {
            if (found.size() <= Group.MOST) {
                asked(source, match, q, scope).list(Group.MOST + 1).forEach(f -> found.putIfAbsent(f.id(), f.hit(source, q)));
            }
        }
        List<Hit> hits = new ArrayList<>(found.values());
        if (!hits.isEmpty()) {
            // what was meant exactly must not be lost among longer names that come before it
            hits.sort((a, b) -> Boolean.compare(b.exact(), a.exact()));
            groups.add(new Group(source.kind(), hits.stream().limit(Group.MOST).toList(), hits.size() > Group.MOST));
        }
    }

    /** What has the form of a number is looked for among the numbers only; what has no word or no sign is not looked for so. */
    private static List<String> matches(SearchSource source, String q) {
        return source.matches().stream().filter(m -> m.equals(source.matches().get(0)) || m.contains(":key") || !Fulltext.number(q))
                .filter(m -> !m.contains(":words") || !Fulltext.question(q).isEmpty()).filter(m -> !m.contains(":key") || Fold.number(q) != null).toList();
    }

    private Ask<Found> asked(SearchSource source, String match, String q, Scope scope) {
        String jpql = source.jpql().replace("{scope}", condition(source.scope(), scope)).replace("{match}", match);
        Ask<Found> ask = Ask.of(em, Found.class, jpql);
        if (source.scope() == Within.SCHOOLS) {
            scope.bind(ask);
        } else if (source.scope() == Within.AUTHORITIES && !scope.everywhere()) {
            ask.set("authorities", scope.authorities());
        }
        Map.of("start", Like.beginning(q), "any", Like.anywhere(q), "same", q, "words", Fulltext.question(q), "key", Like.beginning(Fold.number(q) == null ? "" : Fold.number(q))).forEach((name, value) -> {
            if (jpql.contains(":" + name)) {
                ask.set(name, value);
            }
        });
        return ask;
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
            boolean exact = source.exact() != Exact.NONE && same(q, no) || source.exact() == Exact.NUMBER_OR_TITLE && same(q, title);
            return new Hit(source.kind(), id, no, title, place, exact);
        }

        private static boolean same(String q, String text) {
            return Fold.number(q) != null && Fold.number(q).equalsIgnoreCase(Fold.number(text));
        }
    }
}
