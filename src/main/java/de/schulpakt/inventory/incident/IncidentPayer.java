package de.schulpakt.inventory.incident;

/** Who pays for what happened. */
public enum IncidentPayer {
    /** The insurer. */
    INSURER,
    /** Who had it or has caused it. */
    CAUSER,
    /** The supplier or maker, by warranty. */
    SUPPLIER,
    /** The authority itself. */
    AUTHORITY
}
