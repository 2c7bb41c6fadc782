package de.schulpakt.install.ticket;

/** Class of a link as DIN EN 50173 names it; authorities ask for EA in new cabling. */
public enum CableClass {
    /** 100 MHz, Cat. 5e. */
    D,
    /** 250 MHz, Cat. 6. */
    E,
    /** 500 MHz, Cat. 6A. */
    EA,
    /** 600 MHz, Cat. 7. */
    F,
    /** 1000 MHz, Cat. 7A. */
    FA,
    /** Optical fibre. */
    FIBRE
}
