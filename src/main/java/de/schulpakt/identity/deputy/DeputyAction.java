package de.schulpakt.identity.deputy;

/** What happens to deputies; named in the history. */
public enum DeputyAction {
    /** Somebody has named a deputy. */
    NAME,
    /** A second person has confirmed that the deputy moves money. */
    CONFIRM,
    /** A second person has said that the deputy is not to move money; with that the whole ends. */
    DECLINE,
    /** It was ended before its last day. */
    END
}
