package de.schulpakt.identity.limit;

/** What happens to the limits of somebody's role of an auditor; named in the history. */
public enum AwardLimitAction {
    /** The role was limited to an award, or to one more. */
    GIVE,
    /** The sight of an award was ended before its last day. */
    END,
    /** The role shows all again. */
    LIFT
}
