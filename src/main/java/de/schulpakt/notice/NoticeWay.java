package de.schulpakt.notice;

/** How somebody hears of a topic. */
public enum NoticeWay {
    /** In the inbox. */
    INBOX,
    /** In the inbox, and by mail at once. */
    MAIL,
    /** In the inbox, and with all others of the day in one mail in the morning. */
    DIGEST,
    /** Not at all. */
    NONE
}
