package de.schulpakt.notice.answer;

/** Why a message is no comment by itself. */
public enum ArrivedReason {
    /** Its address names nothing, or a notice that is kept no longer. */
    UNKNOWN,
    /** Somebody else has sent it than who was told. */
    SENDER,
    /** The person may not say anything there, or not any more. */
    NO_RIGHT,
    /** One person has sent too many within an hour. */
    TOO_MANY,
    /** It is larger than any that is fetched. */
    TOO_LARGE,
    /** It cannot be read. */
    UNREADABLE,
    /** A program has sent it. */
    AUTOMATIC,
    /** Nothing of its own stands in it. */
    EMPTY
}
