package de.schulpakt.funding.programme;

/** What is done to a programme. */
public enum ProgrammeAction {
    /** Create it. */
    CREATE,
    /** Add a rule. */
    ADD_RULE,
    /** Confirm the source of a rule. */
    CONFIRM_RULE,
    /** Set the ceiling of an authority. */
    SET_CEILING,
    /** Confirm the ceiling that somebody else has set. */
    CONFIRM_CEILING
}
