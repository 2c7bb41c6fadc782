package de.schulpakt.procurement.catalogue;

/** What is done to the catalogue. */
public enum CatalogueAction {
    /** A supplier is added. */
    CREATE_SUPPLIER,
    /** A supplier is named or reached otherwise. */
    CHANGE_SUPPLIER,
    /** Whom to ask at a supplier is forgotten by rule. */
    FORGET,
    /** An item is added. */
    CREATE,
    /** Price, contract or availability of an item is changed. */
    CHANGE,
    /** An offer from a later day on is added. */
    OFFER,
    /** An offer that has not begun is taken back. */
    UNOFFER,
    /** An offer begins. */
    TURN,
    /** A set or a framework contract is added. */
    ADD,
    /** A set or a framework contract is changed. */
    ALTER
}
