package de.schulpakt.school.place;

/** A school to choose. */
public record SchoolOption(Long id, String name, String city) {
}
