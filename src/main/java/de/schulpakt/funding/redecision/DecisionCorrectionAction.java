package de.schulpakt.funding.redecision;

/** What is done to a correction of a decision. */
public enum DecisionCorrectionAction {
    /** It is written, with its reason. */
    PROPOSE,
    /** Another confirms it: decision and budgets follow. */
    CONFIRM,
    /** It is not confirmed, or taken back by who proposed it. */
    DROP
}
