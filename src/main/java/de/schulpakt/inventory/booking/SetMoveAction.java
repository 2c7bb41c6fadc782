package de.schulpakt.inventory.booking;

/** What happens to the move of a class set; named in the history. */
public enum SetMoveAction {
    /** It is planned. */
    PLAN,
    /** The set is moved. */
    CARRY_OUT,
    /** It had been moved by mistake, and is put back. */
    UNDO,
    /** It is not to be moved. */
    DROP,
    /** A device goes with its set to another class or person. */
    GO_WITH_SET,
    /** What was known of people is erased. */
    ERASE
}
