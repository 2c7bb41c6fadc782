package de.schulpakt.procurement;

/**
 * A serial number that a device already has.
 *
 * @param place school and room, empty if the asker may not see that school's devices
 */
record KnownSerial(String serial, String inventoryNo, String place) {
}
