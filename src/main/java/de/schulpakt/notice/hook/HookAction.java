package de.schulpakt.notice.hook;

/** What administrators do with hooks. */
public enum HookAction {
    /** A new one. */
    CREATE,
    /** Another address, other wishes, on or off. */
    CHANGE,
    /** Another secret. */
    RENEW,
    /** A message to try it out. */
    TEST,
    /** A message once more. */
    SEND_AGAIN,
    /** It is there no longer. */
    REMOVE,
    /** The program has switched it off after many failures. */
    GIVE_UP
}
