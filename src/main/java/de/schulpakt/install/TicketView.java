package de.schulpakt.install;

import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.ModelKind;
import de.schulpakt.platform.HistoryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One ticket with all that its page shows.
 *
 * @param roomId       room of the work, null if not known yet
 * @param deviceId     device to install, null if there is none; the device's fields are then null too
 * @param deviceRoomId room where the device stands now
 * @param orderNo      order that the device came with
 * @param waitingFor   who or what the work waits for
 * @param defects      what the school found when it accepted
 * @param visits       agreed and cancelled, newest first
 * @param measurements newest first; the first one counts
 * @param actions      what the asker may do now
 * @param timeline     who did what, newest first
 */
public record TicketView(Long id, Integer version, String no, String title, TicketState state, Long schoolId, String school,
        String street, String postcode, String city, String phone, Long roomId, String room, String floor,
        String building, Long deviceId, String inventoryNo, String serial, String maker, String model,
        ModelKind kind, DeviceState deviceState, Long deviceRoomId, String orderNo, Long assigneeId, String assignee,
        String waitingFor, String defects, LocalDate dueOn, Instant openedAt, Instant closedAt,
        List<TicketVisit> visits, List<MeasurementRow> measurements, Set<TicketAction> actions,
        List<HistoryEntry> timeline) {

    TicketView with(List<TicketVisit> agreed, List<MeasurementRow> measured, Set<TicketAction> may,
            List<HistoryEntry> history) {
        return new TicketView(id, version, no, title, state, schoolId, school, street, postcode, city, phone, roomId, room, floor,
                building, deviceId, inventoryNo, serial, maker, model, kind, deviceState, deviceRoomId, orderNo,
                assigneeId, assignee, waitingFor, defects, dueOn, openedAt, closedAt,
                agreed, measured, may, history);
    }

    /** True if the last measurement was passed: then the school may accept. */
    public boolean passed() {
        return !measurements.isEmpty() && measurements.get(0).passed();
    }
}
