package de.schulpakt.platform.job;

/** How far a run is: so many of so many; a total of 0 means that nobody knows. */
public record JobProgress(long done, long total) {
    /** In percent, 0 if nobody knows the total. */
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    }
}
