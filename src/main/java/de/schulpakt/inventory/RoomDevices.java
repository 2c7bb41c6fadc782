package de.schulpakt.inventory;

/**
 * How many devices of a kind and state stand in a room of a school.
 *
 * @param roomId null for those that stand in no room
 */
public record RoomDevices(Long roomId, ModelKind kind, DeviceState state, Long devices) {
}
