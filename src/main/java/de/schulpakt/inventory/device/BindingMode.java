package de.schulpakt.inventory.device;

/** How the end of the binding period is counted; programmes differ (domain.md 1.5). */
public enum BindingMode {
    /** So many years after the event, on the same day. */
    EXACT_DATE,
    /** 31 December of the nth calendar year after the one of the event. */
    END_OF_CALENDAR_YEAR
}
