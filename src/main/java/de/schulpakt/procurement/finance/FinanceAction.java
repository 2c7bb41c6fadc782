package de.schulpakt.procurement.finance;

/** What is done with the finance system. */
public enum FinanceAction {
    /** Postings are put into a file. */
    EXPORT,
    /** The file does not count. */
    WITHDRAW,
    /** The format was changed. */
    SET,
    /** An account, a cost centre or a special item was said, or is said no longer. */
    RULE
}
