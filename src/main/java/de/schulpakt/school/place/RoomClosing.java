package de.schulpakt.school.place;

import de.schulpakt.platform.Ref;

/** A room is about to be closed: who has something in it refuses. Fired in the transaction of the step. */
public record RoomClosing(Ref room) {
}
