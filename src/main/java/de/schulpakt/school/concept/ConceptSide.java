package de.schulpakt.school.concept;

/** Who signs a concept for operation, maintenance and support. */
public enum ConceptSide {
    /** The school. */
    SCHOOL,
    /** Its authority. */
    AUTHORITY
}
