package de.schulpakt.school;

/** A school to choose. */
public record SchoolOption(Long id, String name, String city) {
}
