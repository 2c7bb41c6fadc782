package de.schulpakt.school.place;

/** What a place is that has buildings, rooms, a network and tickets. */
public enum PlaceKind {
    /** A school: only it is funded, lends devices and has the facts of a school. */
    SCHOOL,
    /** A building of the administration, for example the town hall. */
    OFFICE,
    /** A place for all, for example the radio network of the inner city. */
    PUBLIC_SPACE,
    /** Another place that is no school. */
    OTHER;

    /** True for what is no school. */
    public boolean other() {
        return this != SCHOOL;
    }
}
