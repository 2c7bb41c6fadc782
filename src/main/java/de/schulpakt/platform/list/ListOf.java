package de.schulpakt.platform.list;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A list that can be asked: its declaration and what the asker may see of it. One bean per list; the beans are the registry.
 *
 * @param <R> record of a row
 */
public abstract class ListOf<R> {
    /** So many rows are counted; of more a list says that there are more. */
    public static final int COUNTED = 10_000;
    private static final int CHUNK = 500;
    private static final int BLOCK = 20_000;

    @PersistenceContext
    protected EntityManager em;

    /** The declaration, always the same. */
    protected abstract Listing<R> declared();

    /** What the asker may see, after the guard was asked. */
    protected abstract Condition scope();

    /**
     * Completes the rows of a page, or of a part of a file, by what is asked for all of them together.
     *
     * @return as many rows in the same order
     */
    protected List<R> completed(List<R> rows) {
        return rows;
    }

    /** What the address of a page means where it says nothing; what REST asks for is taken as it is. */
    public ListView usual(ListView view) {
        return view;
    }

    /** The pages that show the list, each with the parameters that its address stands for. */
    public Map<String, Map<String, String>> pages() {
        return Map.of(listing().page(), Map.of());
    }

    /** Forgets what was counted: other data are there now. */
    public static void forget() {
        Sizes.forget();
    }

    /** The declaration. */
    public Listing<R> listing() {
        return declared();
    }

    /**
     * A page of the list: its ids, then its rows, then how many there are unless the page tells, which is counted up to
     * {@value #COUNTED}; one statement for each smaller table that a text is looked for in; and every few seconds one that
     * asks whether there are more than are counted. Where there are, the rows are walked in their order until the page is
     * full; where there are not, they are gathered and sorted. A page beyond the end answers the last one, one beyond
     * {@value #COUNTED} rows the last of these.
     *
     * @throws BadParameter if a strict view has a parameter or value that the list does not know, or a page beyond
     *                      {@value #COUNTED} rows
     */
    public Page<R> page(ListView view) {
        List<Condition> all = conditions(view);
        Condition where = Condition.and(all);
        List<Listing.Key> order = listing().order(view);
        String after = view.first(ListView.AFTER);
        Cursor cursor = after == null ? null : cursor(order, after);
        boolean large = large(where);
        PageRequest request = counted(listing().request(view), view, large && after == null);
        int from = after == null ? request.offset() : 0;
        List<Long> ids = large ? new Walk(em, listing(), all, order, cursor).ids(from, request.size())
                : ids(cursor == null ? where : Condition.and(List.of(where, cursor.beyond())), order, from, request.size());
        boolean end = after == null && ids.size() < request.size() && (from == 0 || !ids.isEmpty());
        long total = end ? from + ids.size() : large && !ids.isEmpty() ? Sizes.counted() + 1L : count(where);
        if (ids.isEmpty() && total > 0 && request.page() > 1 && after == null) {
            PageRequest last = new PageRequest((int) ((total + request.size() - 1) / request.size()), request.size(), request.sort());
            return answer(rows(ids(where, order, last.offset(), last.size())), total, last);
        }
        return answer(rows(ids), total, request);
    }

    /**
     * What lies behind all that is counted is not reached by passing over it, which takes the longer the farther it is, but by
     * going on after a row.
     */
    private static PageRequest counted(PageRequest asked, ListView view, boolean large) {
        int last = (Sizes.counted() + asked.size() - 1) / asked.size();
        if (!large || asked.page() <= last) {
            return asked;
        }
        if (view.strict()) {
            throw BadParameter.deep(ListView.PAGE, asked.page(), last, ListView.AFTER);
        }
        return new PageRequest(last, asked.size(), asked.sort());
    }

    private Page<R> answer(List<R> rows, long total, PageRequest request) {
        boolean more = total > Sizes.counted();
        boolean follows = rows.size() == request.size() && (more || (long) request.page() * request.size() < total);
        return new Page<>(rows, Math.min(total, Sizes.counted()), request.page(), request.size(), more,
                follows ? String.valueOf(id(rows.get(rows.size() - 1))) : null);
    }

    /**
     * Every row of the list in its order, a few hundred at a time: nothing is cut, and no more held than the ids of
     * {@value #BLOCK} rows.
     *
     * @return how many there were
     */
    public int each(ListView view, Consumer<R> sink) {
        Condition where = Condition.and(conditions(view));
        List<Listing.Key> order = listing().order(view);
        int passed = 0;
        Condition begin = where;
        while (true) {
            List<Long> ids = ids(begin, order, 0, BLOCK);
            for (int i = 0; i < ids.size(); i += CHUNK) {
                rows(ids.subList(i, Math.min(i + CHUNK, ids.size()))).forEach(sink);
            }
            passed += ids.size();
            if (ids.size() < BLOCK) {
                return passed;
            }
            begin = Condition.and(List.of(where, cursor(order, String.valueOf(ids.get(ids.size() - 1))).beyond()));
        }
    }

    /** The ids of what a view shows, in its order, at most so many: for who does something with all of them. */
    public List<Long> ids(ListView view, int most) {
        return ids(Condition.and(conditions(view)), listing().order(view), 0, most);
    }

    /** Of the tables of the list only those that condition and order need: an index answers it. */
    private List<Long> ids(Condition where, List<Listing.Key> order, int from, int most) {
        return where.bind(Ask.of(em, Long.class, "select " + listing().id() + listing().from(where.jpql(), order.toString())
                + where.where() + Listing.orderBy(order))).list(from, most);
    }

    /** The rows of these ids, in their order, of those that the asker may see. */
    public List<R> seen(List<Long> ids) {
        return ids.isEmpty() ? List.of() : rows(ids(Condition.and(List.of(scope(), new Condition(listing().id() + " in :seenIds", java.util.Map.of("seenIds", ids)))),
                listing().order(ListView.all()), 0, ids.size()));
    }

    /** The rows of these ids, in their order. */
    private List<R> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, R> found = new HashMap<>();
        Ask.of(em, listing().row(), listing().rows() + " where " + listing().id() + " in :ids").set("ids", ids).list()
                .forEach(row -> found.put(id(row), row));
        return completed(ids.stream().map(found::get).filter(row -> row != null).toList());
    }

    /** What the asker may see, then what each filter lets pass. */
    protected List<Condition> conditions(ListView view) {
        listing().shown(view);
        List<Condition> all = new ArrayList<>(List.of(scope()));
        all.addAll(listing().conditions(view, new Looking()));
        return all;
    }

    /** Looks in other tables and in the index of titles first. */
    private final class Looking implements Filter.Lookup {
        @Override
        public List<Long> ids(String jpql, Object value, int most) {
            return Ask.of(em, Long.class, jpql).set("part", value).list(most);
        }

        @Override
        public boolean begins(List<String> paths, String pattern) {
            return paths.stream().anyMatch(path -> !Ask.of(em, Long.class, "select " + listing().id() + listing().from(path) + " where " + path
                    + " like :part escape '!'").set("part", pattern).list(1).isEmpty());
        }

        @Override
        public Optional<List<Long>> titles(String path, String question, int most) {
            List<Long> found = new ArrayList<>();
            boolean many = Sizes.large(listing().name() + path + question, () -> found.addAll(ask(path, question, most + 1)) && found.size() > most);
            return many ? Optional.empty() : Optional.of(found.isEmpty() ? ask(path, question, most) : found);
        }

        private List<Long> ask(String path, String question, int most) {
            return Ask.of(em, Long.class, "select " + listing().id() + listing().from(path) + " where SQL('match(?) against (? in boolean mode)', "
                    + path + ", :words) > 0").set("words", question).list(most);
        }
    }

    /** True if there are more rows than are counted; nobody asks before the table was seen to have so many. */
    private boolean large(Condition where) {
        return Sizes.large(listing().name()) && Sizes.large(key(where), () -> beyond(where));
    }

    private String key(Condition where) {
        return listing().name() + where.where() + where.values();
    }

    private boolean beyond(Condition where) {
        return !where.bind(Ask.of(em, Long.class, "select " + listing().id() + listing().from(where.jpql()) + where.where()))
                .list(Sizes.counted(), 1).isEmpty();
    }

    private long count(Condition where) {
        long total = where.bind(Ask.of(em, Long.class, "select count(" + listing().id() + ")" + listing().from(where.jpql()) + where.where()))
                .one().orElse(0L);
        if (total > Sizes.counted()) {
            Sizes.seen(listing().name(), key(where));
        }
        return total;
    }

    /** What comes after a row in the order. */
    private Cursor cursor(List<Listing.Key> order, String after) {
        if (!after.matches("\\d{1,18}")) {
            throw BadParameter.value(ListView.AFTER, after);
        }
        Condition seen = Condition.and(List.of(scope(), Condition.of(listing().id() + " = :afterId", "afterId", Long.valueOf(after))));
        List<Object> values = new ArrayList<>();
        for (Listing.Key key : order) {
            List<Object> found = seen.bind(Ask.of(em, Object.class, "select " + key.path() + listing().from(seen.jpql(), key.path())
                    + seen.where())).list();
            if (found.isEmpty()) {
                throw BadParameter.value(ListView.AFTER, after);
            }
            values.add(found.get(0));
        }
        return new Cursor(order, values);
    }

    private Long id(R row) {
        try {
            Method id = listing().row().getMethod("id");
            return (Long) id.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(listing().row() + " has no id", e);
        }
    }
}
