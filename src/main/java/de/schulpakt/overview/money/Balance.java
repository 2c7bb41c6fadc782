package de.schulpakt.overview.money;

/** The four balances of the ledger, each as the postings that make it up; their amounts add up to the figure. */
public enum Balance {
    /** What the decisions have approved, and what was moved since. */
    ALLOTTED("b.allottedCents", "p.kind in (de.schulpakt.funding.ledger.PostingKind.ALLOT, de.schulpakt.funding.ledger.PostingKind.TRANSFER)"),
    /** Reservations that are not yet ordered or released. */
    RESERVED("b.reservedCents", "p.kind = de.schulpakt.funding.ledger.PostingKind.RESERVE and " + Balance.OPEN),
    /** Commitments that are not yet spent or released. */
    COMMITTED("b.committedCents", "p.kind = de.schulpakt.funding.ledger.PostingKind.COMMIT and " + Balance.OPEN),
    /** What was spent, with its corrections. */
    SPENT("b.spentCents", "p.kind in (de.schulpakt.funding.ledger.PostingKind.SPEND, de.schulpakt.funding.ledger.PostingKind.CORRECT)");

    private static final String OPEN = "not exists (select q.id from Posting q where q.resolvesId = p.id)";
    private final String amount;
    private final String condition;

    Balance(String amount, String condition) {
        this.amount = amount;
        this.condition = condition;
    }

    /** JPQL expression of this balance of a budget {@code b}. */
    String amount() {
        return amount;
    }

    /** JPQL condition over a posting {@code p}. */
    String condition() {
        return condition;
    }
}
