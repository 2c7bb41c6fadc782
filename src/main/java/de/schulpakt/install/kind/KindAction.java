package de.schulpakt.install.kind;

/** What is done to kinds of tickets; named in the history. */
public enum KindAction {
    /** A kind is added. */
    CREATE,
    /** A kind is another one from now on. */
    CHANGE
}
