package de.schulpakt.school.place;

/** A room to choose, or a line of a school's rooms. */
public record RoomOption(Long id, String name, String building, String floor, RoomKind kind) {
}
