package de.schulpakt.paper.label;

/** What happens to formats of labels; named in their history. */
public enum LabelFormatAction {
    /** A format was added. */
    ADD_FORMAT,
    /** It was changed. */
    CHANGE_FORMAT,
    /** It is again as it was before. */
    RESTORE_FORMAT
}
