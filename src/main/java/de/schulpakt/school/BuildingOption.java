package de.schulpakt.school;

/** A building to choose. */
public record BuildingOption(Long id, String name) {
}
