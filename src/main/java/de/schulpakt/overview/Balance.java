package de.schulpakt.overview;

import de.schulpakt.funding.PostingKind;

/** The four balances of the ledger, each as the postings that make it up; their amounts add up to the figure. */
public enum Balance {
    /** What the decisions have approved. */
    ALLOTTED("p.kind = de.schulpakt.funding.PostingKind.ALLOT"),
    /** Reservations that are not yet ordered or released. */
    RESERVED("p.kind = de.schulpakt.funding.PostingKind.RESERVE and " + Balance.OPEN),
    /** Commitments that are not yet spent or released. */
    COMMITTED("p.kind = de.schulpakt.funding.PostingKind.COMMIT and " + Balance.OPEN),
    /** What was spent, with its corrections. */
    SPENT("p.kind in (de.schulpakt.funding.PostingKind.SPEND, de.schulpakt.funding.PostingKind.CORRECT)");

    private static final String OPEN = "not exists (select q.id from Posting q where q.resolvesId = p.id)";
    private final String condition;

    Balance(String condition) {
        this.condition = condition;
    }

    /** JPQL condition over a posting {@code p}. */
    String condition() {
        return condition;
    }
}
