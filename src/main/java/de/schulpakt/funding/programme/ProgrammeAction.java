package de.schulpakt.funding.programme;

/** What is done to a programme. */
public enum ProgrammeAction {
    /** Create it. */
    CREATE,
    /** Change its names or its days, as long as nothing relies on them. */
    CHANGE,
    /** Take it back with a reason, as long as nothing relies on it. */
    WITHDRAW,
    /** Add a rule. */
    ADD_RULE,
    /** Confirm the source of a rule. */
    CONFIRM_RULE,
    /** Want a confirmed rule withdrawn; a second person agrees. */
    ASK_WITHDRAWAL,
    /** Take a rule back with a reason. */
    WITHDRAW_RULE,
    /** Set the ceiling of an authority. */
    SET_CEILING,
    /** Confirm the ceiling that somebody else has set. */
    CONFIRM_CEILING
}
