package de.schulpakt.platform;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows  the rows of this page
 * @param total how many rows the whole list has
 * @param page  number of this page, the first is 1
 * @param size  rows of a full page
 */
public record Page<T>(List<T> rows, long total, int page, int size) {
    /** The page that answers a request. */
    public static <T> Page<T> of(List<T> rows, long total, PageRequest request) {
        return new Page<>(rows, total, request.page(), request.size());
    }

    /** True when there is nothing at all. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** Number of the first row on this page, 1 for the first. */
    public long firstRow() {
        return rows.isEmpty() ? 0 : (long) (page - 1) * size + 1;
    }

    /** Number of the last row on this page. */
    public long lastRow() {
        return rows.isEmpty() ? 0 : firstRow() + rows.size() - 1;
    }

    /** Number of the last page that has rows, 1 for an empty list. */
    public long lastPage() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** True when a page follows. */
    public boolean hasNext() {
        return (long) page * size < total;
    }
}
