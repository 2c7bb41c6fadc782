package de.schulpakt.inventory.pool;

/** What happens to offers; named in the history. */
public enum OfferAction {
    /** A school offers devices that it does not need. */
    OFFER,
    /** The authority sends devices to another school. */
    SEND,
    /** A school asks for what is offered. */
    ASK,
    /** A school does not ask any longer. */
    TAKE_BACK,
    /** The devices go to a school that has asked. */
    GIVE,
    /** The devices stay. */
    WITHDRAW
}
