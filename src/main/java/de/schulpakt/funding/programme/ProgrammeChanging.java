package de.schulpakt.funding.programme;

/** News: the name or the days of a programme are about to change, or it is about to be withdrawn. Who relies on it refuses; its row is locked meanwhile. */
public record ProgrammeChanging(Long programmeId) {
}
