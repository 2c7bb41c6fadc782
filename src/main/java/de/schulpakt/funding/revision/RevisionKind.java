package de.schulpakt.funding.revision;

/** What a version of an application is for. */
public enum RevisionKind {
    /** Moves between positions, or asks for another period; no more in all. */
    AMENDMENT,
    /** Asks for more, or for positions that there were not (R05). */
    SUPPLEMENT,
    /** Tells the granting body what it must know; changes nothing. */
    NOTICE,
    /** Gives up a part. */
    WITHDRAWAL,
    /** The granting body takes a part back. */
    REVOCATION;

    /** True for what the granting body does of itself. */
    boolean fromAbove() {
        return this == REVOCATION;
    }

    /** True where nothing may rise. */
    boolean onlyLess() {
        return this == WITHDRAWAL || this == REVOCATION;
    }
}
