package de.schulpakt.exchange;

/** News: an import was started and is to be run on behalf of who started it. */
public record ImportStarts(long id, long userId) {
}
