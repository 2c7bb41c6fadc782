package de.schulpakt.funding.ledger;

/** What people do to a budget itself; everything else moves it through requests, orders and deliveries. */
public enum BudgetAction {
    /** Correct what was spent. */
    CORRECT,
    /** Own money: open the line of the household. */
    OPEN,
    /** Own money: raise or lower what may be spent. */
    CHANGE,
    /** Own money: usable until the end of a later year. */
    CARRY_OVER
}
