package de.schulpakt.inventory;

import java.time.Instant;

/** A time that a device spent in a room; toAt is null while it stands there. */
public record PlacementRow(Long roomId, String room, String building, Instant fromAt, Instant toAt, String actor) {
}
