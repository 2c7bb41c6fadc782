package de.schulpakt.funding.application;

/** What is done to an application. */
public enum ApplicationAction {
    /** Begin a draft. */
    CREATE,
    /** Add a school. */
    ADD_ANNEX,
    /** Remove a school with its positions. */
    REMOVE_ANNEX,
    /** Add a position. */
    ADD_POSITION,
    /** Change a position. */
    CHANGE_POSITION,
    /** Remove a position. */
    REMOVE_POSITION,
    /** Record that a school's media concept has come. */
    RECEIVE_CONCEPT,
    /** Submit to the granting body. */
    SUBMIT,
    /** Take back. */
    WITHDRAW,
    /** Record a decision that approves all. */
    APPROVE,
    /** Record a decision that approves less. */
    APPROVE_PARTLY,
    /** Record a decision that approves nothing. */
    REJECT,
    /** Record which ancillary terms the decision names. */
    NAME_TERMS,
    /** The decision was captured wrongly: put right, it approves all. */
    CORRECT_TO_ALL,
    /** The decision was captured wrongly: put right, it approves less. */
    CORRECT_TO_PART
}
