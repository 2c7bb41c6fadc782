package de.schulpakt.platform.list;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Of which conditions more rows were found than are counted. What was seen is remembered for seconds; then the next asker
 * looks again.
 */
final class Sizes {
    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Map<String, Seen> SEEN = new ConcurrentHashMap<>();
    private static volatile int counted = ListOf.COUNTED;

    private static final Set<String> TABLES = ConcurrentHashMap.newKeySet();

    /** Whether there were more, and when. */
    private record Seen(boolean large, long at) {
    }

    private Sizes() {
    }

    static int counted() {
        return counted;
    }

    /** So many are counted from now on, for who measures with smaller tables. */
    static void count(int most) {
        counted = most;
        forget();
    }

    static void forget() {
        SEEN.clear();
        TABLES.clear();
    }

    /** A condition has more rows than are counted, and so has the table of its list from now on. */
    static void seen(String list, String key) {
        TABLES.add(list);
        SEEN.put(key, new Seen(true, System.nanoTime()));
    }

    /** True for a list whose table was seen to have more rows than are counted. */
    static boolean large(String list) {
        return TABLES.contains(list);
    }

    static boolean large(String key, BooleanSupplier look) {
        Seen seen = SEEN.get(key);
        if (seen != null && System.nanoTime() - seen.at < REMEMBERED) {
            return seen.large;
        }
        boolean large = look.getAsBoolean();
        if (SEEN.size() >= MOST_REMEMBERED) {
            SEEN.clear();
        }
        SEEN.put(key, new Seen(large, System.nanoTime()));
        return large;
    }
}
