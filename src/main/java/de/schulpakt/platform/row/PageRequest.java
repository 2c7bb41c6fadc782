package de.schulpakt.platform.row;

/**
 * Which part of a list is asked for, and in which order.
 *
 * @param page number of the page, the first is 1
 * @param size rows of a page, 1 to 200
 * @param sort name of the column, with a minus before it for descending; null for the list's own order
 */
public record PageRequest(int page, int size, String sort) {
    private static final int USUAL = 30;
    private static final int MOST = 200;

    /** Puts page and size into their bounds: a list never answers with everything. */
    public PageRequest {
        page = Math.max(1, Math.min(page, 1_000_000));
        size = size <= 0 ? USUAL : Math.min(size, MOST);
    }

    /** A page of usual size; absent values take the usual ones. */
    public static PageRequest of(Integer page, Integer size, String sort) {
        return new PageRequest(page == null ? 1 : page, size == null ? USUAL : size, sort);
    }

    /** The first page in the list's own order. */
    public static PageRequest first() {
        return new PageRequest(1, USUAL, null);
    }

    /** Rows to pass over. */
    public int offset() {
        return (page - 1) * size;
    }

    /** The column without its minus, or null. */
    public String column() {
        return sort == null || sort.isBlank() ? null : sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** True when the order is from the largest to the smallest. */
    public boolean descending() {
        return sort != null && sort.startsWith("-");
    }

    /**
     * The JPQL order clause for the asked column, taken from the columns that the list allows; the id makes it total.
     *
     * @param columns allowed names and the JPQL expression of each
     * @param usual   order when none or an unknown one is asked, e.g. {@code "r.submittedAt"}
     * @param id      expression of the id, the last tie-break
     */
    public String orderBy(java.util.Map<String, String> columns, String usual, String id) {
        String expression = column() == null ? null : columns.get(column());
        String first = expression == null ? usual : expression + (descending() ? " desc" : "");
        return " order by " + first + ", " + id;
    }
}
