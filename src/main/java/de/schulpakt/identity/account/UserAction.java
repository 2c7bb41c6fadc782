package de.schulpakt.identity.account;

/** What happens to users; named in the history. */
public enum UserAction {
    /** Created. */
    CREATE,
    /** Given a role. */
    GRANT,
    /** A second person has confirmed a role. */
    CONFIRM_ROLE,
    /** A role that waited for a second person is not to hold. */
    DECLINE_ROLE,
    /** Lost a role. */
    TAKE_ROLE,
    /** Made active again. */
    ACTIVATE,
    /** May no longer sign in. */
    DEACTIVATE,
    /** Got a new password from an administrator. */
    GIVE_PASSWORD,
    /** Changed the own password. */
    CHANGE_PASSWORD,
    /** Changed the own name, mail address, language or theme. */
    DESCRIBE,
    /** May be tried again at once after failures. */
    UNLOCK,
    /** All sessions and tokens were ended. */
    END_ALL,
    /** A token was revoked by an administrator. */
    REVOKE_TOKEN
}
