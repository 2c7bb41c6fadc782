package de.schulpakt.funding.ledger;

/** What a posting does to its budget. */
public enum PostingKind {
    /** Gives the approved amount. */
    ALLOT,
    /** Gives to or takes from another budget; a pair of postings. */
    TRANSFER,
    /** Reserves for an approved request (Vormerkung); open until committed or released. */
    RESERVE,
    /** Frees a reservation or a commitment that is not needed. */
    RELEASE,
    /** Commits for an order (Auftrag); open until spent or released. */
    COMMIT,
    /** Spends for an invoice (Anordnung). */
    SPEND,
    /** Corrects what was spent, up or down, with a reason. */
    CORRECT;

    /** True for what binds money: gives and releases do not. */
    boolean binds() {
        return this != ALLOT && this != TRANSFER && this != RELEASE;
    }

    /** True for what can be resolved later. */
    boolean opens() {
        return this == RESERVE || this == COMMIT;
    }
}
