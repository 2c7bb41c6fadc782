package de.schulpakt.platform.row;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows  the rows of this page
 * @param total how many rows the whole list has
 * @param page  number of this page, the first is 1
 * @param size  rows of a full page
 * @param more  true if there are more than the total says: it is not counted to the end
 * @param next  what to ask for {@code after} to get the rows that follow, null if none do or the list has no such question
 */
public record Page<T>(List<T> rows, long total, int page, int size, boolean more, String next) {
    /** A page whose list is counted to the end. */
    public Page(List<T> rows, long total, int page, int size) {
        this(rows, total, page, size, false, null);
    }

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

    /** True when the rows that follow are asked for by the row before them: the pages are no longer counted there. */
    public boolean deep() {
        return more && next != null && lastRow() >= total;
    }

    /** True when a page follows. */
    public boolean hasNext() {
        return (long) page * size < total || more && rows.size() == size;
    }
}
