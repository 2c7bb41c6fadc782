package de.schulpakt.notice.mail;

/** What administrators do with letters; named in the history. */
public enum MailAction {
    /** A letter that could not be delivered is tried anew. */
    SEND_AGAIN,
    /** A letter was sent to oneself, to see whether mail works. */
    TRY
}
