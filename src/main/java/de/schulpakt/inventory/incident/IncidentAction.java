package de.schulpakt.inventory.incident;

/** What is done with a case. */
public enum IncidentAction {
    /** It was written down. */
    RECORD,
    /** More is known of it, or other things. */
    CHANGE,
    /** Nothing more is expected. */
    CLOSE,
    /** It was closed by mistake, or goes on. */
    REOPEN
}
