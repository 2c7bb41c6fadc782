package de.schulpakt.funding.correction;

/** What is done to a correction of a budget. */
public enum BudgetCorrectionAction {
    /** It is written, with its reason. */
    PROPOSE,
    /** Another confirms it: it is posted. */
    CONFIRM,
    /** It is not confirmed, or taken back by who proposed it. */
    DROP,
    /** It was wrong: that it be taken back is proposed. */
    PROPOSE_COUNTER,
    /** Another confirms that: it is taken back. */
    CONFIRM_COUNTER,
    /** It stays as it is posted. */
    DROP_COUNTER
}
