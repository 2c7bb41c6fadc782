package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Work in several rooms, of which each is accepted for itself. */
@UseCases
public class TicketRooms {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
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
    TicketProofs proofs;
    @Inject
    Tickets tickets;
    @Inject
    TicketOpening opening;

    /**
     * In which rooms the work is done. The room that the ticket names is one of them; with no other one the work is accepted as a whole again. Devices that stand
     * in one of them stay there when the work is finished.
     *
     * @throws Refused {@code ticket.over} if the work has ended; {@code ticket.rooms_accepted} if a room would go that was accepted; {@code ticket.room_of_other_school};
     *                 {@code room.closed}
     */
    public void set(long id, @Valid Rooms cmd) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        Conflict.unlessSame(ticket.ref(), cmd.version(), ticket.version());
        other(ticket);
        if (!ticket.state().pending()) {
            throw new Refused("ticket.over", ticket.ref().no());
        }
        Set<Long> wanted = new LinkedHashSet<>(cmd.roomIds());
        if (ticket.roomId() != null) {
            wanted.add(ticket.roomId());
        }
        List<String> names = wanted.stream().map(room -> inSchool(room, ticket.schoolId())).toList();
        List<TicketRoom> before = rows(id);
        Set<Long> keep = wanted.size() < 2 ? Set.of() : wanted;
        before.stream().filter(row -> !keep.contains(row.roomId())).forEach(row -> {
            if (row.accepted()) {
                throw new Refused("ticket.rooms_accepted", schools.room(row.roomId()).name());
            }
            em.remove(row);
        });
        Set<Long> there = before.stream().map(TicketRoom::roomId).collect(Collectors.toSet());
        keep.stream().filter(room -> !there.contains(room)).forEach(room -> em.persist(new TicketRoom(id, room)));
        if (ticket.roomId() == null && !wanted.isEmpty()) {
            ticket.isIn(wanted.iterator().next());
        }
        em.flush();
        history.record(ticket.ref(), TicketAction.ROOMS, names.size() < 2 ? Said.that("said.rooms_none") : Said.that("said.rooms", String.join(", ", names)));
    }

    /**
     * The school accepts some rooms; their devices go into service. With the last one the work is accepted as a whole. Inner door of the defects, which have asked the
     * guard and keep what was found: runs only inside their transaction.
     *
     * @param roomIds   empty for all that are not accepted yet
     * @param defective those of them in which something is to be put right, with what
     * @param defects   what is to be put right, null for nothing
     * @param words     what the school says, may be null
     * @throws Refused {@code ticket.room_unknown} for one in which no work was done, {@code ticket.room_accepted} for one that was accepted; {@code defect.room} for a
     *                 defect in a room that is not accepted now; as {@link Tickets#accept}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void accept(long id, Integer version, Set<Long> roomIds, Map<Long, String> defective, String defects, String words) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        List<TicketRoom> rows = rows(id);
        Set<Long> known = rows.isEmpty() && ticket.roomId() != null ? Set.of(ticket.roomId()) : rows.stream().map(TicketRoom::roomId).collect(Collectors.toSet());
        roomIds.stream().filter(room -> !known.contains(room)).findFirst().ifPresent(room -> {
            throw new Refused("ticket.room_unknown", ticket.ref().no());
        });
        List<TicketRoom> now = rows.stream().filter(row -> roomIds.isEmpty() ? !row.accepted() : roomIds.contains(row.roomId())).toList();
        now.stream().filter(TicketRoom::accepted).findFirst().ifPresent(row -> {
            throw new Refused("ticket.room_accepted", schools.room(row.roomId()).name());
        });
        Set<Long> rooms = now.stream().map(TicketRoom::roomId).collect(Collectors.toSet());
        // who clicks twice is told so by the step
        if (!rows.isEmpty() && version == ticket.version()) {
            defective.entrySet().stream().filter(one -> !rooms.contains(one.getKey())).findFirst().ifPresent(one -> {
                throw new Refused("defect.room", one.getValue());
            });
        }
        if (rows.stream().filter(row -> !row.accepted()).count() == now.size()) {
            if (defects == null) {
                tickets.accept(id, new Tickets.Step(version, words));
            } else {
                tickets.acceptWithDefects(id, new Tickets.AcceptWithDefects(version, defects, words));
            }
            now.stream().filter(row -> defective.containsKey(row.roomId())).forEach(row -> row.accept(clock.now(), actor.name(), true));
            return;
        }
        var step = steps.begin(Ticket.class, id, TicketAction.ACCEPT_ROOMS, version);
        other(ticket);
        proofs.intoService(ticket, kinds.of(ticket.kindId()), rooms);
        now.forEach(row -> row.accept(clock.now(), actor.name(), defective.containsKey(row.roomId())));
        if (defects != null) {
            ticket.found(defects);
        }
        step.record(Said.that("said.rooms_accepted", names(now)).andWords(words));
        if (ticket.assigneeId() != null) {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), "message.ticket_rooms_accepted", ticket.ref());
        }
    }

    /**
     * A room, or the work as a whole, was not accepted after all: the school is to accept it again, and its technician is told. Devices that went into service stay there,
     * and what was found goes on.
     *
     * @throws Refused {@code ticket.room_unknown}, also for a room that was not accepted; {@code place.ended}; {@code ticket.device_gone} if one of its devices is at another
     *                 school by now
     */
    public void withdraw(long id, @Valid Withdraw cmd) {
        Ticket ticket = steps.locked(Ticket.class, id, TicketAction.WITHDRAW_ROOM);
        boolean whole = ticket.state() == TicketState.ACCEPTED || ticket.state() == TicketState.ACCEPTED_WITH_DEFECTS;
        var step = steps.on(ticket, whole ? TicketAction.WITHDRAW_ACCEPTANCE : TicketAction.WITHDRAW_ROOM, cmd.version());
        List<TicketRoom> rows = rows(id);
        List<TicketRoom> back = rows.stream().filter(row -> row.accepted() && (whole && cmd.roomId() == null || row.roomId().equals(cmd.roomId()))).toList();
        boolean only = whole && rows.isEmpty() && (cmd.roomId() == null || cmd.roomId().equals(ticket.roomId()));
        if (back.isEmpty() && !only) {
            throw new Refused("ticket.room_unknown", ticket.ref().no());
        }
        back.forEach(TicketRoom::open);
        if (whole) {
            schools.mustBeLookedAfter(ticket.schoolId());
            opening.stillThere(ticket);
            ticket.handed(clock.now());
        } else {
            other(ticket);
        }
        step.record(back.isEmpty() ? Said.words(cmd.reason()) : Said.that("said.room_withdrawn", names(back)).andWords(cmd.reason()));
        if (ticket.assigneeId() != null) {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), "message.ticket_acceptance_withdrawn", ticket.ref());
        }
    }

    /** Only its rooms may differ afterwards: who saw others must notice. */
    private void other(Ticket ticket) {
        em.lock(ticket, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private String names(List<TicketRoom> rows) {
        Set<Long> ids = rows.stream().map(TicketRoom::roomId).collect(Collectors.toCollection(HashSet::new));
        return String.join(", ", Ask.of(em, String.class, "select r.name from Room r where r.id in :ids order by r.nameKey, r.id").set("ids", ids).list());
    }

    private List<TicketRoom> rows(long id) {
        return em.createQuery("select x from TicketRoom x where x.ticketId = :ticket order by x.id", TicketRoom.class).setParameter("ticket", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private String inSchool(Long roomId, Long schoolId) {
        var room = schools.room(roomId);
        if (!room.schoolId().equals(schoolId)) {
            throw new Refused("ticket.room_of_other_school");
        }
        room.mustBeUsed();
        return room.name();
    }

    /** The rooms of the work; fewer than two: the one that the ticket names. */
    public record Rooms(@NotNull Integer version, @NotNull @Size(max = 60) List<@NotNull Long> roomIds) {
    }

    /**
     * Not accepted after all, and why.
     *
     * @param roomId null for the work as a whole, which was accepted
     */
    public record Withdraw(@NotNull Integer version, Long roomId, @NotBlank @Size(max = 500) String reason) {
    }
}
