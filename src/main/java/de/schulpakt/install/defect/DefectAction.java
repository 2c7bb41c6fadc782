package de.schulpakt.install.defect;

/** What becomes of defects; named in the history of the work that was accepted with them. */
public enum DefectAction {
    /** Its follow-up has ended. */
    PUT_RIGHT,
    /** Its follow-up was cancelled. */
    DROP
}
