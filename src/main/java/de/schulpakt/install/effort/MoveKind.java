package de.schulpakt.install.effort;

/** Why something came into a lot or went out. */
public enum MoveKind {
    /** It came, or its receipt was put right. */
    RECEIVED,
    /** A ticket used it. */
    USED,
    /** It was not used after all. */
    BACK,
    /** Counted. */
    COUNTED,
    /** From or to another store. */
    MOVED,
    /** What had come from an order did not go into this store after all. */
    TAKEN_BACK
}
