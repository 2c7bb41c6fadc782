package de.schulpakt.install.reimage;

/** What happens to a plan; named in the history. */
public enum ReimageAction {
    /** Its tickets are made. */
    PLAN,
    /** It is taken back. */
    CANCEL
}
