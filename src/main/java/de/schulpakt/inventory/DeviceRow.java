package de.schulpakt.inventory;

import java.time.LocalDate;

/**
 * A device in a list.
 *
 * @param model        maker and model
 * @param room         where it stands, null if in no room
 * @param priceCents   gross price paid, in cents
 * @param bindingEndOn last day of the binding, null if there is none or it has not begun
 */
public record DeviceRow(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
        Long schoolId, String school, Long roomId, String room, String building, String orderNo, String fundingLabel,
        Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn, LocalDate bindingEndOn) {
}
