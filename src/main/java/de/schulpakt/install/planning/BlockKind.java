package de.schulpakt.install.planning;

/** What is special about some days of a school. */
public enum BlockKind {
    /** Exams are written, and must not be disturbed. */
    EXAM,
    /** Nobody is there. */
    CLOSED,
    /** A holiday that the school has set itself: no lessons, and the clocks of its tickets stand. */
    MOVABLE;

    /** True if nobody comes on such days; on a movable one there are no lessons, which suits noisy work. */
    public boolean blocks() {
        return this != MOVABLE;
    }
}
