package de.schulpakt.school.concept;

/** What happens to a version of a concept; named in the history of the school. */
public enum ConceptAction {
    /** Recorded. */
    RECORD,
    /** Changed. */
    CHANGE,
    /** Signed by one side. */
    SIGN,
    /** A signature was recorded by mistake. */
    UNSIGN,
    /** It does not count. */
    WITHDRAW,
    /** It counts after all. */
    RESTORE
}
