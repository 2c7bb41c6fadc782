package de.schulpakt.install.level;

/** What is done to service levels; named in the history. */
public enum LevelAction {
    /** Other times of a priority. */
    CHANGE_LEVEL,
    /** Other working hours. */
    CHANGE_HOURS,
    /** For whom waiting stops the clock. */
    CHANGE_STOPS,
    /** Who leads. */
    CHANGE_LEADS
}
