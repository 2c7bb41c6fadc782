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
    /** A role got a last day, or lost it. */
    LIMIT_ROLE,
    /** A role whose last day was over went. */
    END_ROLE,
    /** Made active again. */
    ACTIVATE,
    /** May no longer sign in. */
    DEACTIVATE,
    /** Got a new password from an administrator; was possible once, and stands in old lines only. */
    GIVE_PASSWORD,
    /** Was sent or handed over a link to set a password. */
    SEND_LINK,
    /** Set a password over a link. */
    SET_PASSWORD,
    /** A role waits for a second person again, because an administrator has seen the link to the password. */
    HOLD_ROLE,
    /** Changed the own password. */
    CHANGE_PASSWORD,
    /** Changed the own name, mail address, language or theme. */
    DESCRIBE,
    /** Name or user name were put right by an administrator. */
    CORRECT,
    /** May be tried again at once after failures. */
    UNLOCK,
    /** A number was put for the name of somebody who has left. */
    FORGET,
    /** All sessions and tokens were ended. */
    END_ALL,
    /** A token was revoked by an administrator. */
    REVOKE_TOKEN
}
