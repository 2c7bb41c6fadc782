package de.schulpakt.procurement.pricelist;

/** Whether the prices of a list contain the value added tax. */
public enum PriceBasis {
    /** Without tax; that of the article is added. */
    NET,
    /** With tax. */
    GROSS
}
