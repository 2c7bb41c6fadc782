package de.schulpakt.install.fault;

import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Questions about faults and about the codes of doors and devices. */
@Queries
public class FaultQueries {
    private static final Set<TicketState> RUNNING = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED,
            TicketState.WAITING, TicketState.IN_WORK, TicketState.MEASURED);
    private static final int MOST = 20;
    private static final String CODE = """
            select c.id as id, c.version as version, c.code as code, c.schoolId as schoolId, c.roomId as roomId, r.name as room, b.name as building,
                c.deviceId as deviceId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as device, c.madeAt as madeAt
            from FaultCode c left join Room r on r.id = c.roomId left join Building b on b.id = r.buildingId
                left join Device d on d.id = c.deviceId left join DeviceModel m on m.id = d.modelId
            """;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;

    /**
     * What is being worked on already at a place, the newest first, at most 20: of a device what is reported of it, of a room what is
     * reported of it and of the devices in it.
     *
     * @param deviceId null for none
     * @param roomId   null for none; of a school all is shown
     */
    public List<Known> known(long schoolId, Long roomId, Long deviceId) {
        guard.require(TICKET_VIEW, schoolId);
        return reported(schoolId, roomId, deviceId);
    }

    private List<Known> reported(Long schoolId, Long roomId, Long deviceId) {
        String where = deviceId != null ? " and t.id in (select x.ticketId from TicketDevice x where x.deviceId = :place)"
                : roomId != null ? " and t.roomId = :place" : "";
        Ask<Known> ask = Ask.of(em, Known.class, """
                select t.id as id, t.no as no, t.title as title, t.state as state, t.openedAt as openedAt from Ticket t
                    join TicketKind k on k.id = t.kindId
                where t.schoolId = :school and t.state in :running and k.code = :kind""" + where + " order by t.id desc")
                .set("school", schoolId).set("running", RUNNING).set("kind", Faults.KIND);
        return (where.isEmpty() ? ask : ask.set("place", deviceId != null ? deviceId : roomId)).list(MOST);
    }

    /**
     * What who stands before a door or a device may know: where that is, and what is reported there already, without a word of
     * who reported it.
     *
     * @throws NotFound if there is no such code
     */
    @Unguarded("The code at the door is the permission; what is shown stands at the door anyway, and the state of its faults.")
    public Door door(String code) {
        Code place = Ask.of(em, Code.class, CODE + " where c.code = :code").set("code", code == null ? "" : code).one()
                .orElseThrow(() -> new NotFound("FaultCode", code));
        String school = Ask.of(em, String.class, "select s.name from School s where s.id = :id").set("id", place.schoolId()).one().orElse("");
        return new Door(school, place.room(), place.building(), place.device(), place.inventoryNo(),
                reported(place.schoolId(), place.roomId(), place.deviceId()).stream().map(k -> new AtDoor(k.no(), k.state(), k.openedAt()))
                        .toList());
    }

    /** The codes of a school: its rooms by name, then devices. For who may open tickets there. */
    public List<Code> codes(long schoolId) {
        guard.require(TICKET_OPEN, schoolId);
        List<Code> codes = Ask.of(em, Code.class, CODE + " where c.schoolId = :school order by c.deviceId, b.nameKey, r.nameKey, c.id")
                .set("school", schoolId).list();
        if (codes.isEmpty()) {
            schools.mustBeThere(schoolId);
        }
        return codes;
    }

    /** A fault that is being worked on. */
    public record Known(Long id, String no, String title, TicketState state, Instant openedAt) {
    }

    /** A fault as it is shown at the door. */
    public record AtDoor(String no, TicketState state, Instant openedAt) {
    }

    /**
     * A door or a device, for who stands before it.
     *
     * @param room   null for a device
     * @param device maker and model, null for a door
     */
    public record Door(String school, String room, String building, String device, String inventoryNo, List<AtDoor> known) {
    }

    /** The code of a door or a device. */
    public record Code(Long id, Integer version, String code, Long schoolId, Long roomId, String room, String building, Long deviceId,
            String inventoryNo, String device, Instant madeAt) {
    }
}
