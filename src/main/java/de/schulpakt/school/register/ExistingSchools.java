package de.schulpakt.school.register;

/** What an import does with schools that are there already. */
public enum ExistingSchools {
    /** Take every fact that the file has; what the file leaves empty stays. */
    UPDATE,
    /** Take a fact only where none is stored. */
    FILL,
    /** Leave them as they are. */
    KEEP
}
