package de.schulpakt.inventory;

import jakarta.validation.constraints.NotNull;

/** Put a device into a room of its school. */
public record PlaceDevice(@NotNull Long id, @NotNull Integer version, @NotNull Long roomId) {
}
