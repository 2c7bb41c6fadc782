package de.schulpakt.procurement.receipt;

/** What is done when a school is asked whether all is here. */
public enum GoodsCheckAction {
    /** The school is asked. */
    ASK,
    /** All is here. */
    CONFIRM,
    /** Something is missing or broken. */
    REPORT,
    /** Who has received it has dealt with what is missing. */
    SETTLE
}
