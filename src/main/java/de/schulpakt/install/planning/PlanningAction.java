package de.schulpakt.install.planning;

/** What is done to the plan; named in the history. */
public enum PlanningAction {
    /** Dates are offered to the school. */
    OFFER,
    /** A technician is away. */
    ADD_ABSENCE,
    /** A technician is there after all. */
    REMOVE_ABSENCE
}
