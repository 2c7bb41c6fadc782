package de.schulpakt.procurement.catalogue;

/** What is done to the catalogue. */
public enum CatalogueAction {
    /** A supplier is added. */
    CREATE_SUPPLIER,
    /** A supplier is named or reached otherwise. */
    CHANGE_SUPPLIER,
    /** An item is added. */
    CREATE,
    /** Price, contract or availability of an item is changed. */
    CHANGE,
    /** A set or a framework contract is added. */
    ADD,
    /** A set or a framework contract is changed. */
    ALTER
}
