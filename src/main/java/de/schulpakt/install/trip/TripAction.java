package de.schulpakt.install.trip;

/** What is done for trips; named in the history of the school. */
public enum TripAction {
    /** How one gets in has changed. */
    SET_ACCESS
}
