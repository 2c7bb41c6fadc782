package de.schulpakt.notice;

/** How somebody hears of a topic. */
public enum NoticeWay {
    /** In the inbox. */
    INBOX,
    /** Not at all. */
    NONE
}
