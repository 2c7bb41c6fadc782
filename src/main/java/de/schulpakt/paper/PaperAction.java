package de.schulpakt.paper;

/** What happens to papers, for the timeline of their subject. */
public enum PaperAction {
    /** A paper was attached. */
    ATTACH,
    /** A newer one took the place of a paper. */
    REPLACE,
    /** Kind or note changed. */
    DESCRIBE,
    /** A paper was removed. */
    REMOVE,
    /** A kind of papers was added. */
    ADD_KIND,
    /** A kind of papers was changed. */
    CHANGE_KIND
}
