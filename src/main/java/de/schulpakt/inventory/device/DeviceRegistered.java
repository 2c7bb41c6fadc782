package de.schulpakt.inventory.device;

import java.time.LocalDate;

/**
 * News, told inside the transaction that registers the device: who observes it and fails undoes the delivery.
 *
 * @param targetRoomId room it was requested for, or null
 * @param needsNetwork true if a technician must install it
 * @param label        maker, model and serial number
 * @param replaces     device in whose place it came, null for none
 */
public record DeviceRegistered(Long deviceId, Long schoolId, Long targetRoomId, boolean needsNetwork, String label,
        LocalDate deliveredOn, Long replaces) {
}
