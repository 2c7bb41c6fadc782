package de.schulpakt.funding.audit;

/** What an auditor does to an application. */
public enum AuditAction {
    /** Fetch its bundle. */
    FETCH_BUNDLE,
    /** Draw a random sample of its devices. */
    DRAW_SAMPLE
}
