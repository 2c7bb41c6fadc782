package de.schulpakt.install.fault;

/** What is done to the codes of doors and devices; named in the history. */
public enum FaultAction {
    /** The code is made. */
    MAKE_CODE,
    /** Another code takes the place of the printed one. */
    RENEW_CODE
}
