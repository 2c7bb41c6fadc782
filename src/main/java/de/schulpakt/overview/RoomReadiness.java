package de.schulpakt.overview;

import de.schulpakt.inventory.ModelKind;
import de.schulpakt.school.place.RoomKind;
import java.util.Map;

/**
 * One room and how ready it is.
 *
 * @param next  the next obstacle, null if there is none
 * @param more  how many further obstacles there are
 * @param inUse what is in service there, by kind of device
 */
public record RoomReadiness(Long id, String name, String building, String floor, RoomKind kind, RoomStanding standing,
        Obstacle next, Integer more, Map<ModelKind, Long> inUse) {
}
