package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.ticket.TicketAction.REJOIN;
import static de.schulpakt.install.ticket.TicketAction.SPLIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.worker.Workers;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Use cases that split a ticket: some of its devices, a room or steps of its checklist go to a ticket of their own, and back. Each device is
 * afterwards at one of them, what was promised for the whole is promised for each part, and the history of both says so.
 */
@UseCases
public class TicketParts {
    /** States in which a ticket gives work away or takes it back. */
    static final Set<TicketState> OPEN = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    SchoolQueries schools;
    @Inject
    KnownKinds kinds;
    @Inject
    TicketOpening opening;
    @Inject
    Workers workers;
    @Inject
    Event<Tickets.Parted> parted;
    @Inject
    Event<Tickets.Rejoined> rejoined;
    @Inject
    Event<Tickets.Left> left;
    @Inject
    Event<Tickets.Ended> ended;

    /**
     * Splits a ticket; what no part names stays.
     *
     * @return the ids of the new tickets, in the order of the parts
     * @throws Refused {@code ticket.part_same} if a part names neither devices nor another room nor another title nor steps; {@code ticket.part_device}
     *                 for a device that the ticket has not, or that two parts name; {@code ticket.part_all} if no device would stay;
     *                 {@code ticket.part_step} for a step that is not done; {@code ticket.room_of_other_school}; {@code room.closed};
     *                 {@code ticket.no_technician}; {@code ticket.workers_team} and its like; {@code ticket.rooms_accepted} if a part would take a room that was accepted; {@code defect.split} for a
     *                 ticket that puts a defect right
     */
    public List<Long> split(long id, @Valid Split cmd) {
        opening.team(id, TICKET_WORK);
        var step = steps.begin(Ticket.class, id, SPLIT, cmd.version());
        Ticket whole = step.subject();
        List<Thing> things = things(id);
        Set<Long> gone = new HashSet<>();
        for (Part part : cmd.parts()) {
            demand(whole, part, things, gone);
        }
        if (!gone.isEmpty() && gone.size() == things.size()) {
            throw new Refused("ticket.part_all", whole.ref().no());
        }
        List<Ticket> made = part(whole, cmd.parts(), things);
        step.record(Said.that("said.split", numbers(made)).andWords(cmd.note()));
        return made.stream().map(Ticket::id).toList();
    }

    /**
     * Splits a ticket by the rooms of its devices: those of its own room stay, or of the first one if it names none, and each other room gets a
     * ticket. A device that is in no room and meant for none stays.
     *
     * @return the ids of the new tickets
     * @throws Refused {@code ticket.one_room} if its devices are in one room; {@code ticket.rooms_accepted}; {@code defect.split}
     */
    public List<Long> splitByRoom(long id, @Valid Tickets.Step cmd) {
        opening.team(id, TICKET_WORK);
        var step = steps.begin(Ticket.class, id, SPLIT, cmd.version());
        Ticket whole = step.subject();
        List<Thing> things = things(id);
        Map<Long, List<Long>> rooms = new LinkedHashMap<>();
        things.stream().filter(thing -> thing.place() != null)
                .forEach(thing -> rooms.computeIfAbsent(thing.place(), key -> new ArrayList<>()).add(thing.id()));
        boolean stays = rooms.remove(whole.roomId()) != null || whole.roomId() != null && things.stream().anyMatch(thing -> thing.place() == null);
        if (!stays && !rooms.isEmpty()) {
            rooms.remove(rooms.keySet().iterator().next());
        }
        if (rooms.isEmpty()) {
            throw new Refused("ticket.one_room", whole.ref().no());
        }
        List<Ticket> made = part(whole, rooms.entrySet().stream().map(room -> new Part(null, room.getKey(), room.getValue(), null, null)).toList(), things);
        step.record(Said.that("said.split", numbers(made)).andWords(cmd.note()));
        return made.stream().map(Ticket::id).toList();
    }

    /**
     * A ticket that was split from another goes back to it with its devices, the steps that are done and the results that are missing there, and is cancelled; its visits to come are off. Its room is
     * one of the rooms of that one again, if it has several. Times, material and papers stay where they were written.
     *
     * @throws Refused {@code ticket.no_part} if it was split from none; {@code ticket.part_of_ended} if that one takes no work any more
     */
    public void rejoin(long id, @Valid Tickets.Cancel cmd) {
        guard.require(TICKET_WORK, Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Ticket", id)));
        Long wholeId = Ask.of(em, Long.class, "select l.otherId from TicketLink l where l.ticketId = :part and l.kind = :kind")
                .set("part", id).set("kind", TicketQueries.LinkKind.PART).one().orElse(null);
        // the whole is the elder one: tickets are locked in the order of their ids
        Ticket whole = wholeId == null ? null : Find.locked(em, Ticket.class, wholeId);
        var step = steps.begin(Ticket.class, id, REJOIN, cmd.version());
        Ticket part = step.subject();
        if (whole == null) {
            throw new Refused("ticket.no_part", part.ref().no());
        }
        if (!OPEN.contains(whole.state())) {
            throw new Refused("ticket.part_of_ended", part.ref().no(), whole.ref().no());
        }
        part.worksOn(null);
        move(id, wholeId, things(id).stream().map(Thing::id).toList());
        em.createQuery("""
                update TicketStep s set s.ticketId = :whole where s.ticketId = :part
                and s.stepNo not in (select o.stepNo from TicketStep o where o.ticketId = :whole)""").setParameter("whole", wholeId).setParameter("part", id)
                .executeUpdate();
        rejoined.fire(new Tickets.Rejoined(id, wholeId));
        List<Long> rooms = rows(wholeId).stream().map(TicketRoom::roomId).toList();
        if (!rooms.isEmpty() && part.roomId() != null && !rooms.contains(part.roomId())) {
            em.persist(new TicketRoom(wholeId, part.roomId()));
            em.lock(whole, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        if (whole.deviceId() == null) {
            whole.worksOn(things(wholeId).stream().map(Thing::id).findFirst().orElse(null));
        }
        Long had = part.assigneeId();
        part.giveBack();
        part.ended(clock.now());
        left.fire(new Tickets.Left(id, step.change().from()));
        step.record(Said.that("said.rejoined", whole.ref().no()).andWords(cmd.reason()));
        history.record(whole.ref(), REJOIN, Said.that("said.rejoin_of", part.ref().no()).andWords(cmd.reason()));
        ended.fire(Tickets.ended(part));
        news.tell(part.schoolId(), "message.ticket_merged", part.ref(), whole.ref().no());
        if (had != null) {
            news.tellPerson(had, part.schoolId(), "message.ticket_merged_work", part.ref(), whole.ref().no());
        }
    }

    private void demand(Ticket whole, Part part, List<Thing> things, Set<Long> gone) {
        boolean otherRoom = part.roomId() != null && !part.roomId().equals(whole.roomId());
        boolean otherTitle = part.title() != null && !part.title().isBlank() && !part.title().strip().equals(whole.title());
        if (part.devices().isEmpty() && part.steps().isEmpty() && !otherRoom && !otherTitle) {
            throw new Refused("ticket.part_same", whole.ref().no());
        }
        for (Long device : part.devices()) {
            if (things.stream().noneMatch(thing -> thing.id().equals(device)) || !gone.add(device)) {
                throw new Refused("ticket.part_device", whole.ref().no());
            }
        }
        if (part.roomId() != null) {
            var room = schools.room(part.roomId());
            if (!room.schoolId().equals(whole.schoolId())) {
                throw new Refused("ticket.room_of_other_school");
            }
            room.mustBeUsed();
        }
    }

    private List<Ticket> part(Ticket whole, List<Part> parts, List<Thing> things) {
        Kind kind = kinds.of(whole.kindId());
        Set<Long> gone = new HashSet<>();
        parts.forEach(part -> gone.addAll(part.devices()));
        if (gone.contains(whole.deviceId())) {
            whole.worksOn(things.stream().map(Thing::id).filter(one -> !gone.contains(one)).findFirst().orElse(null));
        }
        rooms(whole, parts, things.stream().filter(thing -> !gone.contains(thing.id())).map(Thing::place).filter(Objects::nonNull).collect(Collectors.toSet()));
        return parts.stream().map(part -> open(whole, part, kind)).toList();
    }

    /**
     * The rooms of the parts are rooms of the whole no more, unless devices stay there; with fewer than two left it is accepted as a whole again.
     *
     * @param staying rooms of the devices that stay
     */
    private void rooms(Ticket whole, List<Part> parts, Set<Long> staying) {
        Set<Long> taken = parts.stream().map(Part::roomId).filter(room -> room != null && !room.equals(whole.roomId())).collect(Collectors.toSet());
        Map<Boolean, List<TicketRoom>> rows = rows(whole.id()).stream().collect(Collectors.partitioningBy(row -> taken.contains(row.roomId())
                && (row.accepted() || !staying.contains(row.roomId()))));
        if (rows.get(true).isEmpty()) {
            return;
        }
        rows.get(true).stream().filter(TicketRoom::accepted).findFirst().ifPresent(row -> {
            throw new Refused("ticket.rooms_accepted", schools.room(row.roomId()).name());
        });
        rows.get(true).forEach(em::remove);
        List<TicketRoom> left = rows.get(false);
        if (left.size() < 2 && left.stream().noneMatch(TicketRoom::accepted)) {
            left.forEach(em::remove);
        }
        // who saw other rooms must notice
        em.lock(whole, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private List<TicketRoom> rows(Long ticket) {
        return em.createQuery("select x from TicketRoom x where x.ticketId = :ticket order by x.id", TicketRoom.class).setParameter("ticket", ticket)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private static String numbers(List<Ticket> made) {
        return made.stream().map(ticket -> ticket.ref().no()).collect(Collectors.joining(", "));
    }

    private Ticket open(Ticket whole, Part part, Kind kind) {
        String title = part.title() == null || part.title().isBlank() ? whole.title() : part.title().strip();
        Ticket ticket = opening.part(kind, whole, new Tickets.Open(whole.schoolId(), part.roomId() == null ? whole.roomId() : part.roomId(), kind.code(), title,
                null, whole.priority(), List.of(), whole.dueOn()));
        move(whole.id(), ticket.id(), part.devices());
        ticket.worksOn(part.devices().stream().findFirst().orElse(null));
        done(whole, ticket, part.steps());
        em.persist(new TicketLink(ticket.id(), whole.id(), TicketQueries.LinkKind.PART));
        em.persist(new PartOf(ticket.id(), whole.id(), 1));
        Ask.of(em, Above.class, "select p.wholeId as wholeId, p.depth as depth from PartOf p where p.partId = :whole").set("whole", whole.id()).list()
                .forEach(above -> em.persist(new PartOf(ticket.id(), above.wholeId(), above.depth() + 1)));
        if (part.technicianId() != null) {
            TicketWork.Technician to = Ask.of(em, TicketWork.Technician.class, TicketQueries.TECHNICIANS).set("role", Role.TECHNICIAN)
                    .set("school", whole.schoolId()).set("now", clock.now()).list().stream().filter(one -> one.id().equals(part.technicianId())).findFirst()
                    .orElseThrow(() -> new Refused("ticket.no_technician"));
            workers.demand(ticket.id(), to.id());
            history.record(ticket.ref(), TicketAction.ASSIGN, ticket.give(to.id(), to.name()), Said.that("said.assigned", to.name()));
            ticket.responded(clock.now());
            news.tellPerson(to.id(), ticket.schoolId(), "message.ticket_assigned", ticket.ref());
        }
        parted.fire(new Tickets.Parted(whole.id(), whole.ref().no(), ticket.id(), ticket.roomId()));
        return ticket;
    }

    /** Steps that are done are done for the part, by who did them and when. */
    private void done(Ticket whole, Ticket part, List<Integer> stepNos) {
        for (Integer no : stepNos.stream().distinct().toList()) {
            TicketQueries.StepRow row = Ask.of(em, TicketQueries.StepRow.class, """
                    select s.stepNo as stepNo, s.actor as actor, s.doneAt as doneAt from TicketStep s where s.ticketId = :ticket and s.stepNo = :no""")
                    .set("ticket", whole.id()).set("no", no).one().orElseThrow(() -> new Refused("ticket.part_step", whole.ref().no(), no));
            em.persist(new TicketStep(part.id(), no, row.actor(), row.doneAt()));
        }
    }

    private void move(Long from, Long to, List<Long> devices) {
        if (!devices.isEmpty()) {
            em.createQuery("update TicketDevice x set x.ticketId = :to where x.ticketId = :from and x.deviceId in :devices").setParameter("to", to)
                    .setParameter("from", from).setParameter("devices", devices).executeUpdate();
        }
    }

    private List<Thing> things(long id) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.roomId as roomId, d.targetRoomId as targetRoomId from TicketDevice x join Device d on d.id = x.deviceId
                where x.ticketId = :ticket order by x.id""").set("ticket", id).list();
    }

    /** A ticket of which the whole is a part itself. */
    record Above(Long wholeId, Integer depth) {
    }

    /** A device of a ticket, with the room in which it is and the one for which it is meant. */
    record Thing(Long id, Long roomId, Long targetRoomId) {
        Long place() {
            return roomId == null ? targetRoomId : roomId;
        }
    }

    /**
     * Splits a ticket.
     *
     * @param parts what goes to tickets of their own, one for each
     * @param note  why, may be null
     */
    public record Split(@NotNull Integer version, @NotEmpty @Size(max = 50) List<@NotNull @Valid Part> parts, @Size(max = 2000) String note) {
    }

    /**
     * What goes to a ticket of its own.
     *
     * @param title        null for that of the ticket
     * @param roomId       null for that of the ticket
     * @param deviceIds    devices of the ticket, null for none
     * @param stepNos      steps of the checklist that are done, and are done for the part too; null for none
     * @param technicianId who gets it, null for nobody
     */
    public record Part(@Size(max = 200) String title, Long roomId, @Size(max = 200) List<@NotNull Long> deviceIds,
            @Size(max = 100) List<@NotNull Integer> stepNos, Long technicianId) {
        List<Long> devices() {
            return deviceIds == null ? List.of() : deviceIds.stream().filter(Objects::nonNull).toList();
        }

        List<Integer> steps() {
            return stepNos == null ? List.of() : stepNos.stream().filter(Objects::nonNull).toList();
        }
    }
}
