package de.schulpakt.exchange;

/**
 * What an import does or has done, in rows.
 *
 * @param wrong wrong rows, which are left out if that was wanted
 * @param gone  what is stored but not in the file; it is none of the rows
 */
public record ImportCounts(Integer created, Integer changed, Integer same, Integer wrong, Integer gone) {
    /** All rows of the file. */
    public int total() {
        return created + changed + same + wrong;
    }
}
