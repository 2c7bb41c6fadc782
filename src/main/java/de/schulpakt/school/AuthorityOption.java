package de.schulpakt.school;

/** A school authority to choose. */
public record AuthorityOption(Long id, String name) {
}
