package de.schulpakt.install.fault;

import static de.schulpakt.identity.Permission.TICKET_OPEN;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reporting faults, and the codes with which that goes without an account. */
@UseCases
public class Faults {
    /** Kind of the tickets. */
    static final String KIND = "FAULT";
    private static final int OF_CODE = 5;
    private static final int OF_SCHOOL = 60;
    private static final Duration LATELY = Duration.ofHours(1);
    private static final int TITLE = 120;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Tickets tickets;
    @Inject
    Papers papers;
    @Inject
    SchoolQueries schools;

    /** Where a fault is, and how the place is called. */
    record Place(Long schoolId, Long roomId, Long deviceId, String label) {
    }

    /**
     * Opens a ticket for something that is broken at a school, in a room or with a device.
     *
     * @param photo a picture of it, null for none
     * @return id of the ticket
     * @throws Refused {@code fault.no_place} if none is named; as {@link Tickets#open}
     */
    public Long report(@Valid Report cmd, Received photo) {
        Place place = place(cmd);
        guard.require(TICKET_OPEN, place.schoolId());
        Long ticket = tickets.open(open(place, cmd.words(), cmd.priority()));
        if (photo != null) {
            papers.attach("Ticket", ticket, new Papers.Attach("PHOTO", null, null), photo);
        }
        return ticket;
    }

    /**
     * Opens a ticket for who stands before a door or a device and has no account.
     *
     * @param photo a picture of it, null for none
     * @return number of the ticket
     * @throws NotFound if there is no such code
     * @throws Refused  {@code fault.too_many} if too much came in lately, {@code place.ended} at a place that is not looked after any more
     */
    @Unguarded("Whoever stands before the door holds its code; all that comes of it is a ticket there.")
    public String reportByCode(@NotNull @Size(max = 40) String code, @Valid ByCode cmd, Received photo) {
        FaultCode place = em.createQuery("select c from FaultCode c where c.code = :code", FaultCode.class).setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(() -> new NotFound("FaultCode", code));
        Instant since = clock.now().minus(LATELY);
        if (lately("r.codeId", place.id(), since) >= OF_CODE || lately("r.schoolId", place.schoolId(), since) >= OF_SCHOOL) {
            throw new Refused("fault.too_many");
        }
        schools.mustBeLookedAfter(place.schoolId());
        Tickets.Opened ticket = tickets.opened(open(place(place.roomId(), place.deviceId()), cmd.words(), null));
        em.persist(new FaultReport(place, ticket.id(), clock.now()));
        if (photo != null) {
            papers.attached(ticket.ref(), new Papers.Attach("PHOTO", null, null), photo);
        }
        return ticket.ref().no();
    }

    private long lately(String what, Long id, Instant since) {
        return Ask.of(em, Long.class, "select count(r) from FaultReport r where " + what + " = :id and r.cameAt > :since").set("id", id)
                .set("since", since).one().orElse(0L);
    }

    /**
     * Makes the code of a door or a device; one that is there stays.
     *
     * @return its id
     * @throws Refused {@code fault.no_place} if neither or both are named
     */
    public Long makeCode(@Valid MakeCode cmd) {
        if (cmd.roomId() == null && cmd.deviceId() == null) {
            throw new Refused("fault.no_place");
        }
        Place place = place(cmd.roomId(), cmd.deviceId());
        guard.require(TICKET_OPEN, place.schoolId());
        if (cmd.roomId() != null && cmd.deviceId() != null) {
            throw new Refused("fault.no_place");
        }
        return made(place.schoolId(), cmd.roomId(), cmd.deviceId());
    }

    /**
     * Makes the codes of all rooms of a school that have none yet.
     *
     * @return how many
     */
    public int makeCodes(long schoolId) {
        guard.require(TICKET_OPEN, schoolId);
        List<Long> rooms = Ask.of(em, Long.class, """
                select r.id from Room r where r.schoolId = :school and r.closedOn is null and r.leftOn is null and not exists (select c.id from FaultCode c where c.roomId = r.id)
                order by r.id""").set("school", schoolId).list();
        List<FaultCode> codes = rooms.stream().map(room -> new FaultCode(schoolId, room, null, clock.now())).toList();
        codes.forEach(em::persist);
        em.flush();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        codes.forEach(code -> lines.put(code.ref(), Said.NOTHING));
        history.recordAll(FaultAction.MAKE_CODE, lines);
        return rooms.size();
    }

    /** The code at a device goes with it to the other school. */
    void devicesLeave(@Observes Devices.Leaving news) {
        em.createQuery("update FaultCode c set c.schoolId = :school where c.deviceId in :ids").setParameter("school", news.schoolId())
                .setParameter("ids", news.deviceIds()).executeUpdate();
    }

    private Long made(Long schoolId, Long roomId, Long deviceId) {
        List<Long> before = em.createQuery("select c.id from FaultCode c where c.roomId = :room or c.deviceId = :device", Long.class)
                .setParameter("room", roomId == null ? -1 : roomId).setParameter("device", deviceId == null ? -1 : deviceId).getResultList();
        if (!before.isEmpty()) {
            return before.get(0);
        }
        FaultCode code = new FaultCode(schoolId, roomId, deviceId, clock.now());
        em.persist(code);
        em.flush();
        history.record(code.ref(), FaultAction.MAKE_CODE);
        return code.id();
    }

    /** Another code takes the place of the printed one, which leads nowhere from now on. */
    public void renewCode(long id, @Valid Renew cmd) {
        FaultCode code = Find.locked(em, FaultCode.class, id);
        guard.require(TICKET_OPEN, code.schoolId());
        code.renew(cmd.version(), clock.now());
        history.record(code.ref(), FaultAction.RENEW_CODE);
    }

    private Place place(Report cmd) {
        if (cmd.roomId() == null && cmd.deviceId() == null) {
            if (cmd.schoolId() == null) {
                throw new Refused("fault.no_place");
            }
            return new Place(cmd.schoolId(), null, null, null);
        }
        return place(cmd.roomId(), cmd.deviceId());
    }

    private Place place(Long roomId, Long deviceId) {
        if (deviceId != null) {
            Place device = Ask.of(em, Place.class, """
                    select d.schoolId as schoolId, d.roomId as roomId, d.id as deviceId, concat(m.maker, ' ', m.name) as label
                    from Device d join DeviceModel m on m.id = d.modelId where d.id = :id""").set("id", deviceId).one()
                    .orElseThrow(() -> new NotFound("Device", deviceId));
            return roomId == null ? device : new Place(device.schoolId(), roomId, deviceId, device.label());
        }
        SchoolQueries.RoomRef room = schools.room(roomId);
        return new Place(room.schoolId(), roomId, null, room.name());
    }

    /** A ticket whose title is the place and the beginning of the words. */
    private static Tickets.Open open(Place place, String words, Priority priority) {
        String said = words.strip();
        String first = said.lines().findFirst().orElse(said);
        String title = (place.label() == null ? "" : place.label() + ": ") + first;
        return new Tickets.Open(place.schoolId(), place.roomId(), KIND, title.length() > TITLE ? title.substring(0, TITLE - 1) + "…" : title,
                said, priority, place.deviceId() == null ? null : List.of(place.deviceId()), null);
    }

    /**
     * What is broken, and where.
     *
     * @param schoolId null if room or device is named
     * @param words    what is wrong
     * @param priority null for the usual one
     */
    public record Report(Long schoolId, Long roomId, Long deviceId, @NotBlank @Size(max = 1000) String words, Priority priority) {
    }

    /** What is broken where the code is. */
    public record ByCode(@NotBlank @Size(max = 1000) String words) {
    }

    /** A door or a device that gets a code. */
    public record MakeCode(Long roomId, Long deviceId) {
    }

    /** A code that is to be another one. */
    public record Renew(@NotNull Integer version) {
    }
}
