package de.schulpakt.platform.history;

import java.time.Instant;

/**
 * One line of a timeline.
 *
 * @param action text key of what was done, e.g. {@code RequestAction.APPROVE}
 * @param from   text key of the state before, or null
 * @param to     text key of the state after, or null
 * @param note   what the actor wrote, or null
 */
public record HistoryEntry(Instant at, String actor, String action, String from, String to, String note) {
}
