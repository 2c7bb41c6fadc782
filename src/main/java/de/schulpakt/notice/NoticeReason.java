package de.schulpakt.notice;

/** Why somebody is told. */
public enum NoticeReason {
    /** By a role at the school. */
    ROLE,
    /** By a role of somebody for whom this person acts that day. */
    DEPUTY,
    /** Because it is this person's own work. */
    PERSON,
    /** Because it concerns this person's own account. */
    SELF,
    /** Because somebody has named this person. */
    MENTION,
    /** Because this person takes part in the talk. */
    TALK,
    /** Because this person watches the subject. */
    WATCH
}
