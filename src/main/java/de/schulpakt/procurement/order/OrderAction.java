package de.schulpakt.procurement.order;

/** What is done to an order. */
public enum OrderAction {
    /** The order is placed. */
    PLACE,
    /** Goods have come, a rest is awaited. */
    RECEIVE,
    /** The last goods have come. */
    COMPLETE,
    /** Expected on another day, or fewer pieces of a line. */
    CHANGE,
    /** Cancelled as a whole, before anything came. */
    CANCEL,
    /** The rest will not come any more. */
    CANCEL_REST
}
