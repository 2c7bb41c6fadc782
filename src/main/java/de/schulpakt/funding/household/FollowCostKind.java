package de.schulpakt.funding.household;

/** What goes on after the fund ends. */
public enum FollowCostKind {
    /** Maintenance and repair. */
    MAINTENANCE,
    /** Licences and subscriptions. */
    LICENCES,
    /** People who operate and support. */
    STAFF,
    /** Energy. */
    ENERGY,
    /** Replacement of what was bought. */
    REPLACEMENT,
    /** Anything else. */
    OTHER
}
