package de.schulpakt.procurement.difference;

/** What is done to a booking that was read from a file. */
public enum BookingAction {
    /** It counts no longer. */
    TAKE_BACK,
    /** It counts again. */
    RESTORE
}
