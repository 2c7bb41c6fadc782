package de.schulpakt.procurement.bank;

/** What is done to an account of a supplier. */
public enum SupplierAccountAction {
    /** Entered from a paper. */
    PROPOSE,
    /** Compared with the paper by somebody else. */
    CONFIRM,
    /** It is not right. */
    DECLINE,
    /** Another one is confirmed. */
    REPLACE,
    /** It is not used any more. */
    END
}
