package de.schulpakt.overview.room.web;

import de.schulpakt.overview.room.RoomParts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The parts that overview/room-parts.xhtml adds to the page of a room; asked once per request. */
@Named("roomParts")
@RequestScoped
public class RoomPartsPage {
    @Inject
    RoomParts queries;
    private final Map<Long, RoomParts.View> asked = new HashMap<>();

    /** The parts of a room; null for no room. */
    public RoomParts.View of(Long roomId) {
        return roomId == null ? null : asked.computeIfAbsent(roomId, id -> queries.parts(id));
    }
}
