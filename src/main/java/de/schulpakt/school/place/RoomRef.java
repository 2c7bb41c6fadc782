package de.schulpakt.school.place;

/** A room as other modules need it. */
public record RoomRef(Long id, Long schoolId, String name, String building, String school) {
}
