package de.schulpakt.overview;

/** A school of one's own. */
public record SchoolChoice(Long id, String name) {
}
