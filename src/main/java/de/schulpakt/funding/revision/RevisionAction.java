package de.schulpakt.funding.revision;

/** What is done to a version of an application. */
public enum RevisionAction {
    /** Begin a draft. */
    CREATE,
    /** Say what a position is to become, or that there is to be a new one. */
    WRITE,
    /** Take such a line out again. */
    DROP_LINE,
    /** Send to the granting body. */
    SUBMIT,
    /** Take back. */
    WITHDRAW,
    /** Record that the granting body has taken note. */
    NOTE,
    /** Record a decision that follows it. */
    APPROVE,
    /** Record a decision that follows it in part. */
    APPROVE_PARTLY,
    /** Record a decision that changes nothing. */
    REJECT,
    /** Record that the granting body takes a part back. */
    REVOKE,
    /** Put a decision right: what stood before binds again. */
    UNDO
}
