package de.schulpakt.procurement.invoice;

/** What a line of an invoice asks for. */
public enum LineKind {
    /** Goods or work that were ordered. */
    GOODS,
    /** Freight and packing. */
    FREIGHT,
    /** A discount on the whole, below zero. */
    DISCOUNT,
    /** Anything else that belongs to the whole. */
    OTHER
}
