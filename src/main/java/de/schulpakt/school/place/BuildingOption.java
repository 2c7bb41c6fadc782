package de.schulpakt.school.place;

/** A building to choose. */
public record BuildingOption(Long id, String name) {
}
