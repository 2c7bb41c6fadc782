package de.schulpakt.school.contact;

/** What happens to a contact; named in the history of the school. */
public enum ContactAction {
    /** Recorded. */
    RECORD,
    /** Changed. */
    CHANGE,
    /** It is no longer so. */
    END,
    /** It goes on after all. */
    RESUME,
    /** Removed before its time. */
    REMOVE
}
