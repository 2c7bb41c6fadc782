package de.schulpakt.install.level;

/** What kind of somebody else a ticket waits for. */
public enum WaitingReason {
    /** The school: a key, a date, an answer. */
    SCHOOL,
    /** A supplier: a part, a replacement. */
    SUPPLIER,
    /** A contractor, such as the electrician. */
    CONTRACTOR,
    /** The building management: power, asbestos, fire protection. */
    BUILDING,
    /** Anything else. */
    OTHER
}
