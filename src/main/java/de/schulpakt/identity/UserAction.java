package de.schulpakt.identity;

/** What happens to users; named in the history. */
public enum UserAction {
    /** Created. */
    CREATE,
    /** Given a role. */
    GRANT,
    /** Made active again. */
    ACTIVATE,
    /** May no longer sign in. */
    DEACTIVATE,
    /** Got a new password. */
    SET_PASSWORD
}
