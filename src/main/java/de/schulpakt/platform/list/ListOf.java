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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_REMEMBERED = 10_000;
    /**
     * Conditions under which more rows were found than are counted, and when. For seconds nobody counts there again; then the
     * next asker looks first whether there still are.
     */
    private static final Map<String, Long> LARGE = new ConcurrentHashMap<>();

    @PersistenceContext
    protected EntityManager em;

    /** The declaration, always the same. */
    protected abstract Listing<R> declared();

    /** What the asker may see, after the guard was asked. */
    protected abstract Condition scope();

    /**
     * The same as {@link #scope} for a list of which the asker sees much: asked of each row while an index is walked, so that
     * a page is found without gathering and sorting all that may be seen.
     */
    protected Condition walked() {
        return scope();
    }

    /** Forgets what was counted: other data are there now. */
    public static void forget() {
        LARGE.clear();
    }

    /** The declaration. */
    public Listing<R> listing() {
        return declared();
    }

    /**
     * A page of the list: its ids, then its rows, then how many there are unless the page tells, which is counted up to
     * {@value #COUNTED}; and one statement for each smaller table that a text is looked for in. A page beyond the end answers
     * the last one.
     *
     * @throws BadParameter if a strict view has a parameter or value that the list does not know
     */
    public Page<R> page(ListView view) {
        Condition narrow = filters(view);
        Condition where = Condition.and(List.of(scope(), narrow));
        PageRequest request = listing().request(view);
        List<Listing.Key> order = listing().order(view);
        String after = view.first(ListView.AFTER);
        String key = key(where);
        boolean large = LARGE.containsKey(key);
        Condition begin = Condition.and(List.of(large ? walked() : scope(), narrow, after == null ? Condition.ALL : after(order, after)));
        int from = after == null ? request.offset() : 0;
        List<Long> ids = ids(begin, order, from, request.size());
        boolean end = after == null && ids.size() < request.size() && (from == 0 || !ids.isEmpty());
        long total = end ? from + ids.size() : count(where, key, ids.isEmpty() && request.page() > 1);
        if (ids.isEmpty() && total > 0 && request.page() > 1 && after == null) {
            PageRequest last = new PageRequest((int) ((total + request.size() - 1) / request.size()), request.size(), request.sort());
            return answer(rows(ids(where, order, last.offset(), last.size())), total, last);
        }
        return answer(rows(ids), total, request);
    }

    private Page<R> answer(List<R> rows, long total, PageRequest request) {
        boolean more = total > COUNTED;
        boolean follows = rows.size() == request.size() && (more || (long) request.page() * request.size() < total);
        return new Page<>(rows, Math.min(total, COUNTED), request.page(), request.size(), more,
                follows ? String.valueOf(id(rows.get(rows.size() - 1))) : null);
    }

    /**
     * Every row of the list in its order, a few hundred at a time: nothing is cut and nothing held but the ids.
     *
     * @return how many there were
     */
    public int each(ListView view, Consumer<R> sink) {
        Condition where = Condition.and(List.of(scope(), filters(view)));
        List<Long> ids = ids(where, listing().order(view), 0, Integer.MAX_VALUE);
        for (int i = 0; i < ids.size(); i += CHUNK) {
            rows(ids.subList(i, Math.min(i + CHUNK, ids.size()))).forEach(sink);
        }
        return ids.size();
    }

    /** Of the tables of the list only those that condition and order need: an index answers it. */
    private List<Long> ids(Condition where, List<Listing.Key> order, int from, int most) {
        return where.bind(Ask.of(em, Long.class, "select " + listing().id() + listing().from(where.jpql(), order.toString())
                + where.where() + orderBy(order))).list(from, most);
    }

    /** The rows of these ids, in their order. */
    private List<R> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, R> found = new HashMap<>();
        Ask.of(em, listing().row(), listing().rows() + " where " + listing().id() + " in :ids").set("ids", ids).list()
                .forEach(row -> found.put(id(row), row));
        return ids.stream().map(found::get).filter(row -> row != null).toList();
    }

    private Condition filters(ListView view) {
        listing().shown(view);
        return listing().condition(view, (jpql, pattern, most) -> Ask.of(em, Long.class, jpql).set("part", pattern).list(most));
    }

    private String key(Condition where) {
        return listing().name() + where.where() + where.values();
    }

    /** Counts up to one more than are counted, unless all are asked for. */
    private long count(Condition where, String key, boolean all) {
        Long seen = LARGE.get(key);
        String from = listing().from(where.jpql()) + where.where();
        if (!all && seen != null && (System.nanoTime() - seen < REMEMBERED
                || !where.bind(Ask.of(em, Long.class, "select " + listing().id() + from)).list(COUNTED, 1).isEmpty())) {
            LARGE.computeIfPresent(key, (k, at) -> System.nanoTime() - at < REMEMBERED ? at : System.nanoTime());
            return COUNTED + 1L;
        }
        long total = where.bind(Ask.of(em, Long.class, "select count(" + listing().id() + ")" + from)).one().orElse(0L);
        if (total > COUNTED && LARGE.size() < MOST_REMEMBERED) {
            LARGE.put(key, System.nanoTime());
        } else {
            LARGE.remove(key);
        }
        return total;
    }

    /** What comes after a row in the order: whose keys are equal up to one that is greater. */
    private Condition after(List<Listing.Key> order, String after) {
        if (!after.matches("\\d{1,18}")) {
            throw BadParameter.value(ListView.AFTER, after);
        }
        Condition seen = Condition.and(List.of(scope(), Condition.of(listing().id() + " = :afterId", "afterId", Long.valueOf(after))));
        List<Condition> any = new ArrayList<>();
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Listing.Key key = order.get(i);
            List<Object> found = seen.bind(Ask.of(em, Object.class, "select " + key.path() + listing().from(seen.jpql(), key.path())
                    + seen.where())).list();
            if (found.isEmpty()) {
                throw BadParameter.value(ListView.AFTER, after);
            }
            Object value = found.get(0);
            Condition beyond = beyond(key, "after" + i, value);
            if (beyond != null) {
                List<Condition> both = new ArrayList<>(equal);
                both.add(beyond);
                any.add(Condition.and(both));
            }
            equal.add(value == null ? Condition.of(key.path() + " is null") : Condition.of(key.path() + " = :after" + i, "after" + i, value));
        }
        return any.isEmpty() ? Condition.of("1 = 0") : Condition.or(any);
    }

    /** The database sorts null before all values. */
    private static Condition beyond(Listing.Key key, String name, Object value) {
        if (value == null) {
            return key.descending() ? null : Condition.of(key.path() + " is not null");
        }
        return key.descending() ? Condition.of(key.path() + " < :" + name + " or " + key.path() + " is null", name, value)
                : Condition.of(key.path() + " > :" + name, name, value);
    }

    private static String orderBy(List<Listing.Key> order) {
        return " order by " + String.join(", ", order.stream().map(k -> k.path() + (k.descending() ? " desc" : "")).toList());
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
