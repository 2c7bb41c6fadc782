package de.schulpakt.platform.list;

import de.schulpakt.platform.row.Ask;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a page of a list that has many rows: they are walked in their order along an index, and what does not pass is left
 * out, until the page is full. Nothing is gathered and sorted that is larger than a page. Where the order is that of another
 * table to which the rows point, that one is walked, a few rows at a time, with the rows that point to these.
 */
final class Walk {
    private static final int FIRST = 1;
    private static final int GROWS = 4;
    private static final int MOST = 1024;

    private final EntityManager em;
    private final Listing<?> listing;
    private final List<Condition> all;
    private final List<Listing.Key> order;
    private final Cursor cursor;

    /**
     * @param all    what rows must pass
     * @param cursor where the page begins, null for the beginning of the list
     */
    Walk(EntityManager em, Listing<?> listing, List<Condition> all, List<Listing.Key> order, Cursor cursor) {
        this.em = em;
        this.listing = listing;
        this.all = all;
        this.order = order;
        this.cursor = cursor;
    }

    /** So many ids at most, after as many that are passed over. */
    List<Long> ids(int from, int most) {
        Listing.Parent parent = listing.parent(order.get(0));
        return parent == null ? along(from, most) : byParents(parent, from, most);
    }

    private List<Long> along(int from, int most) {
        List<Condition> conditions = new ArrayList<>();
        if (cursor != null) {
            conditions.add(cursor.beyond());
        }
        // what narrows the first key itself says where the walk begins and ends
        String key = order.get(0).path() + " ";
        all.forEach(c -> conditions.add(c.jpql().startsWith(key) ? c : listing.inside(c)));
        return ask(Condition.and(conditions), order, from, most);
    }

    private List<Long> byParents(Listing.Parent parent, int from, int most) {
        List<Long> found = new ArrayList<>();
        int passOver = from;
        boolean descending = order.get(0).descending();
        if (parent.optional() && !descending && (cursor == null || cursor.values().get(1) == null)) {
            Condition none = Condition.of(parent.key() + " is null");
            found.addAll(of(none, true, passOver, most));
            passOver = found.isEmpty() && passOver > 0 ? passOver - (int) Math.min(passOver, count(none)) : 0;
        }
        int seen = 0;
        int chunk = FIRST;
        boolean end = cursor != null && descending && cursor.values().get(1) == null;
        while (found.size() < most && !end) {
            List<Long> parents = parents(parent, seen, chunk);
            if (!parents.isEmpty()) {
                boolean one = parents.size() == 1;
                Condition theirs = one ? Condition.of(parent.key() + " = :parent", "parent", parents.get(0))
                        : Condition.of(parent.key() + " in :parents", "parents", parents);
                long there = passOver > 0 ? count(theirs) : 0;
                if (passOver > 0 && there <= passOver) {
                    passOver -= (int) there;
                } else {
                    found.addAll(of(theirs, one, passOver, most - found.size()));
                    passOver = 0;
                }
            }
            end = parents.size() < chunk;
            seen += chunk;
            chunk = Math.min(chunk * GROWS, MOST);
        }
        if (parent.optional() && descending && found.size() < most) {
            found.addAll(of(Condition.of(parent.key() + " is null"), true, passOver, most - found.size()));
        }
        return found;
    }

    /** Ids of the other table in its order, from where the page begins, of those to which rows point. */
    private List<Long> parents(Listing.Parent parent, int from, int most) {
        String by = parent.alias() + "." + parent.field();
        String id = parent.alias() + ".id";
        boolean descending = order.get(0).descending();
        List<Condition> where = new ArrayList<>();
        List<Listing.Key> keys = List.of(new Listing.Key(by, descending), new Listing.Key(id, descending));
        if (cursor != null && cursor.values().get(1) != null) {
            // from the parent itself on: of its rows some may follow
            Long before = (Long) cursor.values().get(1) + (descending ? 1 : -1);
            where.add(new Cursor(keys, Arrays.asList(cursor.values().get(0), before)).beyond());
        }
        // only what has rows
        where.add(Condition.of("case when (exists (select own.id from " + listing.entity() + " own where own." + parent.key().substring(parent.key().indexOf('.') + 1)
                + " = " + id + ")) then 1 else 0 end = 1"));
        for (Condition condition : all) {
            if (listing.onlyOf(parent.alias(), condition)) {
                where.add(condition);
            }
        }
        Condition conditions = Condition.and(where);
        return conditions.bind(Ask.of(em, Long.class, "select " + id + " from " + parent.entity() + " " + parent.alias()
                + conditions.where() + Listing.orderBy(keys))).list(from, most);
    }

    private Condition within(Condition parents) {
        List<Condition> conditions = new ArrayList<>(List.of(parents));
        if (cursor != null) {
            conditions.add(cursor.beyond());
        }
        all.forEach(c -> conditions.add(listing.inside(c)));
        return Condition.and(conditions);
    }

    /** Of one parent, or of none, the keys that name it are the same for all rows: an index has them in their order. */
    private List<Long> of(Condition parents, boolean one, int from, int most) {
        return ask(within(parents), one ? order.subList(2, order.size()) : order, from, most);
    }

    private long count(Condition parents) {
        Condition where = within(parents);
        return where.bind(Ask.of(em, Long.class, "select count(" + listing.id() + ")" + listing.from(where.jpql()) + where.where())).one().orElse(0L);
    }

    private List<Long> ask(Condition where, List<Listing.Key> keys, int from, int most) {
        return where.bind(Ask.of(em, Long.class, "select " + listing.id() + listing.from(where.jpql(), keys.toString()) + where.where()
                + Listing.orderBy(keys))).list(from, most);
    }
}
