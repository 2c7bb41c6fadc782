package de.schulpakt.procurement.award;

/** What is done to an award file. */
public enum AwardAction {
    /** It is opened. */
    OPEN,
    /** What it says of the purchase is changed. */
    CHANGE,
    /** A company is asked for an offer. */
    ASK,
    /** Companies are asked by mail. */
    INVITE,
    /** A company has answered, or has not. */
    ANSWER,
    /** Who is to get the order, and why. */
    PROPOSE,
    /** It is decided. */
    DECIDE,
    /** It goes back to who has proposed it. */
    RETURN,
    /** Nothing is bought by it. */
    WITHDRAW
}
