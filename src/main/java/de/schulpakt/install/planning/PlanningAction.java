package de.schulpakt.install.planning;

/** What is done to the plan; named in the history. */
public enum PlanningAction {
    /** Dates are offered to the school. */
    OFFER,
    /** Dates that were offered are offered no more. */
    WITHDRAW_OFFER,
    /** None of the dates suits the school. */
    DECLINE_OFFER,
    /** A technician says what he or she can do. */
    SET_SKILLS,
    /** A technician is away. */
    ADD_ABSENCE,
    /** A technician is there after all. */
    REMOVE_ABSENCE,
    /** Nobody comes to a school on some days. */
    BLOCK,
    /** One can come after all. */
    UNBLOCK,
    /** Hours in which somebody is at a school. */
    SET_HOURS
}
