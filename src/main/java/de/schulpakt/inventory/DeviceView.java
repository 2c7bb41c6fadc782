package de.schulpakt.inventory;

import de.schulpakt.platform.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One device with all that its page shows.
 *
 * @param targetRoomId room it was requested for, null if none was named
 * @param orderNo      order it came with; null if it came without one
 * @param fundingLabel programme, application and position that paid it, in the words of the day of delivery
 * @param priceCents   gross price paid, in cents
 * @param bindingEndOn last day of the binding, null if there is none or it has not begun
 * @param actions      what the asker may do now
 * @param placements   where it stood, newest first
 * @param timeline     who did what, newest first
 */
public record DeviceView(Long id, Integer version, String inventoryNo, String serial, DeviceState state, Long modelId, String maker,
        String model, String partNo, ModelKind kind, Boolean needsNetwork, Long schoolId, String school, Long roomId,
        String room, String building, Long targetRoomId, String targetRoom, Long orderLineId, String orderNo,
        Long budgetId, String fundingLabel, Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn,
        BindingStart bindingStart, Integer bindingYears, BindingMode bindingMode, LocalDate bindingEndOn,
        Set<DeviceAction> actions, List<PlacementRow> placements, List<HistoryEntry> timeline) {

    /** What one query yields; the lists come {@link #with} it. */
    public DeviceView(Long id, Integer version, String inventoryNo, String serial, DeviceState state, Long modelId, String maker,
        String model, String partNo, ModelKind kind, Boolean needsNetwork, Long schoolId, String school, Long roomId,
        String room, String building, Long targetRoomId, String targetRoom, Long orderLineId, String orderNo,
        Long budgetId, String fundingLabel, Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn,
        BindingStart bindingStart, Integer bindingYears, BindingMode bindingMode, LocalDate bindingEndOn) {
        this(id, version, inventoryNo, serial, state, modelId, maker, model, partNo, kind, needsNetwork, schoolId,
                school, roomId, room, building, targetRoomId, targetRoom, orderLineId, orderNo, budgetId, fundingLabel,
                priceCents, deliveredOn, inServiceOn, bindingStart, bindingYears, bindingMode, bindingEndOn,
                Set.of(), List.of(), List.of());
    }

    DeviceView with(Set<DeviceAction> may, List<PlacementRow> stood, List<HistoryEntry> history) {
        return new DeviceView(id, version, inventoryNo, serial, state, modelId, maker, model, partNo, kind, needsNetwork, schoolId,
                school, roomId, room, building, targetRoomId, targetRoom, orderLineId, orderNo, budgetId, fundingLabel,
                priceCents, deliveredOn, inServiceOn, bindingStart, bindingYears, bindingMode, bindingEndOn,
                may, stood, history);
    }

    /** The day of the event that starts the binding, null if there is none or it has not happened. */
    public LocalDate bindingStartedOn() {
        return bindingStart == BindingStart.DELIVERY ? deliveredOn : bindingStart == null ? null : inServiceOn;
    }
}
