package de.schulpakt.procurement.difference;

/** How what was sent and what was booked differ. */
public enum DifferenceKind {
    /** It was sent and is not booked there. */
    HERE_ONLY,
    /** It is booked there and was not sent. */
    THERE_ONLY,
    /** Another amount is booked than was sent. */
    AMOUNT
}
