package de.schulpakt.school.concept;

/** What a concept is about. */
public enum ConceptKind {
    /** Media concept: what is taught with what is bought. */
    MEDIA,
    /** Operation, maintenance and support, signed by school and authority (WBI). */
    SUPPORT
}
