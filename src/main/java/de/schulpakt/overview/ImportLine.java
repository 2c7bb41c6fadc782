package de.schulpakt.overview;

import java.time.Instant;

/** An import of the last time. */
public record ImportLine(String kind, String fileName, String state, Integer rowsNew, Integer rowsChanged, Integer rowsWrong,
        String actor, Instant createdAt) {
}
