package de.schulpakt.install.planning;

/** Why nobody comes to a school on some days. */
public enum BlockKind {
    /** Exams are written, and must not be disturbed. */
    EXAM,
    /** Nobody is there. */
    CLOSED
}
