package de.schulpakt.paper.type;

/** What happens to types of files; named in their history. */
public enum PaperTypeAction {
    /** Files of a type are taken in, are shown, or no longer. */
    CHANGE_TYPE
}
