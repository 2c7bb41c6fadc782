package de.schulpakt.overview;

import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.ModelKind;
import java.time.LocalDate;

/** A device in a short list. */
public record DeviceLine(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
        Long schoolId, String school, String room, String targetRoom, Boolean needsNetwork, LocalDate deliveredOn) {
}
