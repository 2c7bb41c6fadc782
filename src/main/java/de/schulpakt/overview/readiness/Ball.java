package de.schulpakt.overview.readiness;

/** Who has to act. */
public enum Ball {
    /** The school. */
    SCHOOL,
    /** The funding officer. */
    OFFICER,
    /** The technician. */
    TECHNICIAN,
    /** The supplier. */
    SUPPLIER,
    /** Somebody outside, e.g. the building department. */
    OUTSIDE
}
