package de.schulpakt.exchange;


/** What happens to an import; named in its history. */
public enum ImportAction {
    /** The file was uploaded. */
    UPLOAD,
    /** Encoding, columns or the treatment of rows were changed. */
    CHANGE,
    /** Started. */
    RUN,
    /** All rows are stored. */
    FINISH,
    /** Refused or interrupted; no row is stored. */
    FAIL,
    /** Stopped while it ran; no row is stored. */
    CANCEL,
    /** Given up. */
    DISCARD,
    /** What it had made is gone again, but for what was touched since. */
    TAKE_BACK
}
