package de.schulpakt.school.place;

/** A school authority to choose. */
public record AuthorityOption(Long id, String name) {
}
