package de.schulpakt.funding.ledger;

/** What people do to a budget itself; everything else moves it through requests, orders and deliveries. */
public enum BudgetAction {
    /** Correct what was spent. */
    CORRECT
}
