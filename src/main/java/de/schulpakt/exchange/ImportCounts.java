package de.schulpakt.exchange;

/** What an import does or has done, in rows. */
public record ImportCounts(Integer created, Integer changed, Integer same, Integer wrong) {
    /** All rows. */
    public int total() {
        return created + changed + same + wrong;
    }
}
