package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Questions about devices. */
@Queries
public class DeviceQueries {
    /** The device once for each time that it spent in a room, the newest first, and once if it has stood in none. */
    private static final String VIEW = """
            select d.id as view_id, d.version as view_version, d.inventoryNo as view_inventoryNo, d.serial as view_serial, d.state as view_state,
                m.id as view_modelId, m.maker as view_maker, m.name as view_model, m.partNo as view_partNo, m.kind as view_kind,
                m.needsNetwork as view_needsNetwork, s.id as view_schoolId, s.name as view_school, r.id as view_roomId, r.name as view_room,
                b.name as view_building, x.id as view_targetRoomId, x.name as view_targetRoom, d.orderLineId as view_orderLineId,
                d.orderNo as view_orderNo, d.budgetId as view_budgetId, d.fundingLabel as view_fundingLabel, d.priceCents as view_priceCents,
                d.deliveredOn as view_deliveredOn, d.inServiceOn as view_inServiceOn, d.bindingStart as view_bindingStart,
                d.bindingYears as view_bindingYears, d.bindingMode as view_bindingMode, d.bindingEndOn as view_bindingEndOn,
                d.bindingVerified as view_bindingVerified, s.authorityId as authorityId, q.id as stay_roomId, q.name as stay_room,
                v.name as stay_building, p.fromAt as stay_fromAt, p.toAt as stay_toAt, p.actor as stay_actor
            from Device d join School s on s.id = d.schoolId join DeviceModel m on m.id = d.modelId left join Room r on r.id = d.roomId
                left join Building b on b.id = r.buildingId left join Room x on x.id = d.targetRoomId left join Placement p on p.deviceId = d.id
                left join Room q on q.id = p.roomId left join Building v on v.id = q.buildingId
            where d.id = :id order by p.id desc""";
    private static final int MOST_STAYS = 200;

    /** A row of {@link #VIEW}. */
    record Found(View view, Long authorityId, Stay stay) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * One device with its placements, its history and what the asker may do now.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public View view(long id) {
        List<Found> found = Ask.of(em, Found.class, VIEW).set("id", id).list(MOST_STAYS);
        if (found.isEmpty()) {
            throw new NotFound("Device", id);
        }
        View device = found.get(0).view();
        guard.require(DEVICE_VIEW, device.schoolId(), found.get(0).authorityId());
        List<Stay> stays = found.stream().map(Found::stay).filter(Objects::nonNull).toList();
        return device.with(actions(device), stays, history.of("Device", id));
    }

    /** How many devices of each kind and state stand in each room of a school; one statement. */
    public List<RoomDevices> byRoom(long schoolId) {
        guard.require(DEVICE_VIEW, schoolId);
        return em.createQuery("select new de.schulpakt.inventory.device.DeviceQueries$RoomDevices(d.roomId, m.kind, d.state, count(d)) from Device d"
                        + " join DeviceModel m on m.id = d.modelId where d.schoolId = :school"
                        + " group by d.roomId, m.kind, d.state", RoomDevices.class)
                .setParameter("school", schoolId).getResultList();
    }

    /** What the table allows, the guard allows and the device's past allows. */
    private Set<DeviceAction> actions(View device) {
        Set<DeviceAction> actions = guard.actions(DeviceFlow.FLOW, device.state(), device.schoolId());
        if (device.inServiceOn() == null) {
            actions.remove(RETURN_TO_SERVICE);
            if (device.needsNetwork()) {
                actions.remove(SERVE);
            }
        }
        return actions;
    }

    /**
     * A device in a list.
     *
     * @param model        maker and model
     * @param room         where it stands, null if in no room
     * @param priceCents   gross price paid, in cents
     * @param bindingEndOn last day of the binding, null if there is none or it has not begun
     */
    public record Row(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
            Long schoolId, String school, Long roomId, String room, String building, String orderNo, String fundingLabel,
            Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn, LocalDate bindingEndOn) {
    }

    /**
     * One device with all that its page shows.
     *
     * @param targetRoomId room it was requested for, null if none was named
     * @param orderNo      order it came with; null if it came without one
     * @param fundingLabel programme, application and position that paid it, in the words of the day of delivery
     * @param priceCents   gross price paid, in cents
     * @param bindingEndOn last day of the binding, null if there is none or it has not begun
     * @param bindingVerified false: by a rule that nobody has verified, so it warns and does not refuse
     * @param actions      what the asker may do now
     * @param placements   where it stood, newest first
     * @param timeline     who did what, newest first
     */
    public record View(Long id, Integer version, String inventoryNo, String serial, DeviceState state, Long modelId, String maker,
            String model, String partNo, ModelKind kind, Boolean needsNetwork, Long schoolId, String school, Long roomId,
            String room, String building, Long targetRoomId, String targetRoom, Long orderLineId, String orderNo,
            Long budgetId, String fundingLabel, Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn,
            BindingStart bindingStart, Integer bindingYears, BindingMode bindingMode, LocalDate bindingEndOn,
            Boolean bindingVerified, Set<DeviceAction> actions, List<Stay> placements, List<HistoryEntry> timeline) {
        View with(Set<DeviceAction> may, List<Stay> stood, List<HistoryEntry> history) {
            return new View(id, version, inventoryNo, serial, state, modelId, maker, model, partNo, kind, needsNetwork, schoolId,
                    school, roomId, room, building, targetRoomId, targetRoom, orderLineId, orderNo, budgetId, fundingLabel,
                    priceCents, deliveredOn, inServiceOn, bindingStart, bindingYears, bindingMode, bindingEndOn,
                    bindingVerified, may, stood, history);
        }

        /** The day of the event that starts the binding, null if there is none or it has not happened. */
        public LocalDate bindingStartedOn() {
            return bindingStart == BindingStart.DELIVERY ? deliveredOn : bindingStart == null ? null : inServiceOn;
        }
    }

    /**
     * How many devices of a kind and state stand in a room of a school.
     *
     * @param roomId null for those that stand in no room
     */
    public record RoomDevices(Long roomId, ModelKind kind, DeviceState state, Long devices) {
    }

    /** A time that a device spent in a room; toAt is null while it stands there. */
    public record Stay(Long roomId, String room, String building, Instant fromAt, Instant toAt, String actor) {
    }
}
