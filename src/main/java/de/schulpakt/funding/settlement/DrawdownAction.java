package de.schulpakt.funding.settlement;

/** What is done to a drawdown. */
public enum DrawdownAction {
    /** Put it together. */
    PROPOSE,
    /** Compute it anew of the same expenditures, as they are today. */
    RECOMPUTE,
    /** Send it to the granting body. */
    REQUEST,
    /** Record the money that came. */
    RECEIVE,
    /** Correct the amount that came, with a reason. */
    CORRECT,
    /** Give money back, with a reason. */
    REPAY,
    /** The last of the money went back. */
    REPAY_ALL,
    /** Give it up. */
    CANCEL
}
