package de.schulpakt.funding.household;

/** What is done to a payment plan. */
public enum PaymentPlanAction {
    /** Record the first one of a position. */
    RECORD,
    /** Give it other years or amounts; one that was taken back counts again. */
    CHANGE,
    /** Take it back: the position has none. */
    DROP
}
