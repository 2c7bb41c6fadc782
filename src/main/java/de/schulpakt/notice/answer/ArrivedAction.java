package de.schulpakt.notice.answer;

/** What administrators do with messages; named in the history. */
public enum ArrivedAction {
    /** It becomes a comment. */
    ASSIGN,
    /** It is not wanted. */
    DROP
}
