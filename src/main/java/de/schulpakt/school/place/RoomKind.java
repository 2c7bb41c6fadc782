package de.schulpakt.school.place;

/** What a room is used for. */
public enum RoomKind {
    /** Classroom. */
    CLASSROOM,
    /** Room with fixed computers. */
    COMPUTER_ROOM,
    /** Room for physics, chemistry or biology. */
    SCIENCE,
    /** Library or media centre. */
    LIBRARY,
    /** Hall or gymnasium. */
    HALL,
    /** Room of the staff. */
    STAFF,
    /** Office. */
    OFFICE,
    /** Room for servers and distributors. */
    SERVER,
    /** Everything else. */
    OTHER
}
