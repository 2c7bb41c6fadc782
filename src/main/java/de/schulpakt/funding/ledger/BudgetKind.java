package de.schulpakt.funding.ledger;

/** Where the money of a budget comes from. */
public enum BudgetKind {
    /** An approved position of an application: grant money with its own share. */
    POSITION,
    /** Own money of an authority: a line of its household, no grant money. */
    OWN_MONEY,
    /** What a decision granted to the authority and no position has: it pays nothing and is distributed over positions. */
    REST
}
