package de.schulpakt.overview.home;

/** Reads a sum as the database answers it. */
final class Sums {
    private Sums() {
    }

    /** The number; 0 for nothing. */
    static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
