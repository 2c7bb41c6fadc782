package de.schulpakt.funding.household;

/** What is done to a follow-up cost. */
public enum FollowCostAction {
    /** Record one. */
    RECORD,
    /** Take over a replacement that follows from the devices of the award. */
    TAKE_OVER,
    /** Give it another title, amount or other years. */
    CHANGE,
    /** End it before its last year. */
    END,
    /** Take it back: it was recorded by mistake. */
    TAKE_BACK,
    /** Let it count again, in all of its years. */
    REOPEN
}
