package de.schulpakt.overview;

/** A programme to choose from. */
public record ProgrammeOption(Long id, String code, String name) {
}
