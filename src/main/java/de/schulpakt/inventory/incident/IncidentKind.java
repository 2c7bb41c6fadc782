package de.schulpakt.inventory.incident;

/** What happened to a device. */
public enum IncidentKind {
    /** It is broken. */
    DAMAGE,
    /** It cannot be found. */
    LOSS,
    /** Somebody has taken it. */
    THEFT
}
