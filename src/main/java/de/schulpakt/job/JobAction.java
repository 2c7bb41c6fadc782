package de.schulpakt.job;

/** What an administrator does with a job. */
public enum JobAction {
    /** Run it now. */
    RUN,
    /** Pass it over from now on. */
    PAUSE,
    /** Run it again when its time comes. */
    RESUME,
    /** End the run that is going on. */
    CANCEL
}
