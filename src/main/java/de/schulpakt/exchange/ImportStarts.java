package de.schulpakt.exchange;

/** An import that was started and is to be stored on behalf of who started it. */
public record ImportStarts(Long id, Long userId) {
}
