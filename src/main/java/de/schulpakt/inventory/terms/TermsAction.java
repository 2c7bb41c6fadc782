package de.schulpakt.inventory.terms;

/** What happens to terms and prices; named in the history. */
public enum TermsAction {
    /** An edition is published. */
    PUBLISH,
    /** A price is added. */
    ADD_PRICE,
    /** A price is not asked any longer. */
    END_PRICE,
    /** Letters go to borrowers from now on, go on other days, or go no longer. */
    REMIND
}
