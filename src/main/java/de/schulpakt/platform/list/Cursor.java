package de.schulpakt.platform.list;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the order of a list: the values that the keys have in one of its rows.
 *
 * @param order  keys
 * @param values of the keys, which may be null
 */
record Cursor(List<Listing.Key> order, List<Object> values) {
    /** What comes after it: whose keys are equal up to one that is greater. */
    Condition beyond() {
        List<Condition> any = new ArrayList<>();
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Listing.Key key = order.get(i);
            Object value = values.get(i);
            Condition beyond = beyond(key, "after" + i, value);
            if (beyond != null) {
                List<Condition> both = new ArrayList<>(equal);
                both.add(beyond);
                any.add(Condition.and(both));
            }
            equal.add(value == null ? Condition.of(key.path() + " is null") : Condition.of(key.path() + " = :after" + i, "after" + i, value));
        }
        if (any.isEmpty()) {
            return Condition.of("1 = 0");
        }
        Condition first = from();
        return first == null ? Condition.or(any) : Condition.and(List.of(first, Condition.or(any)));
    }

    /** What the first key alone says, which an index answers; null if nothing. */
    private Condition from() {
        Listing.Key key = order.get(0);
        Object value = values.get(0);
        return value == null || key.descending() ? value == null ? null : Condition.of("(" + key.path() + " <= :after0 or " + key.path() + " is null)", "after0", value)
                : Condition.of(key.path() + " >= :after0", "after0", value);
    }

    /** The database sorts null before all values. */
    private static Condition beyond(Listing.Key key, String name, Object value) {
        if (value == null) {
            return key.descending() ? null : Condition.of(key.path() + " is not null");
        }
        return key.descending() ? Condition.of(key.path() + " < :" + name + " or " + key.path() + " is null", name, value)
                : Condition.of(key.path() + " > :" + name, name, value);
    }
}
