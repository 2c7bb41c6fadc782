package de.schulpakt.notice;

/** Why somebody is told. */
public enum NoticeReason {
    /** By a role at the school. */
    ROLE,
    /** Because it is this person's own work. */
    PERSON,
    /** Because it concerns this person's own account. */
    SELF
}
