package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.ticket.TicketAction.ASSIGN;
import static de.schulpakt.install.ticket.TicketAction.CANCEL;
import static de.schulpakt.install.ticket.TicketAction.FINISH;
import static de.schulpakt.install.ticket.TicketAction.LINK;
import static de.schulpakt.install.ticket.TicketAction.RANK;
import static de.schulpakt.install.ticket.TicketAction.SOLVE;
import static de.schulpakt.install.ticket.TicketAction.TICK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.team.TeamDoor;
import de.schulpakt.install.team.Teams;
import de.schulpakt.install.worker.Workers;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What technicians do with tickets of kinds that are not measured, and with the queue of all tickets. */
@UseCases
public class TicketWork {
    private static final Set<TicketState> RUNNING = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
            TicketState.IN_WORK, TicketState.MEASURED);
    private static final Set<TicketState> UNBEGUN = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED);
    /** Longest title of a ticket. */
    private static final int TITLE = 200;

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
    TicketOpening opening;
    @Inject
    TeamDoor teams;
    @Inject
    TicketProofs proofs;
    @Inject
    TicketClock levels;
    @Inject
    Workers workers;
    @Inject
    Event<Tickets.Left> left;
    @Inject
    Event<Tickets.Starting> starting;
    @Inject
    Event<Tickets.Merging> merging;
    @Inject
    Event<Tickets.Done> done;
    @Inject
    Event<Tickets.Ended> ended;

    /**
     * Gives a ticket to a technician, who is told; visits to come of the one before are off.
     *
     * @throws Refused {@code ticket.no_technician} if that person works no tickets of this school; {@code ticket.workers_team}, {@code ticket.workers_skill},
     *                 {@code ticket.workers_office} if the kind leaves them to others
     */
    public void assign(long id, @Valid Assign cmd) {
        var step = steps.begin(Ticket.class, id, ASSIGN, cmd.version());
        Ticket ticket = step.subject();
        Technician to = technicians(ticket.schoolId()).stream().filter(t -> t.id().equals(cmd.technicianId())).findFirst()
                .orElseThrow(() -> new Refused("ticket.no_technician"));
        ticket.take(to.id(), to.name());
        levels.responded(ticket);
        workers.demand(ticket.id(), to.id());
        left.fire(new Tickets.Left(id, step.change().from()));
        step.record(Said.that("said.assigned", to.name()).andWords(cmd.note()));
        news.tellPerson(to.id(), ticket.schoolId(), "message.ticket_assigned", ticket.ref());
    }

    /**
     * Gives a ticket to a team, whose members are told, or to none; who works on it stays the same.
     *
     * @throws Refused {@code ticket.team_unknown} for a team of another authority and one that has ended; {@code ticket.team_same} if it has it already
     */
    public void team(long id, @Valid Team cmd) {
        // the team before the ticket, as who ends a team locks them
        Optional<TeamDoor.Found> to = cmd.teamId() == null ? Optional.empty() : Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", id).one()
                .flatMap(school -> teams.taking(cmd.teamId(), school));
        var step = steps.begin(Ticket.class, id, TicketAction.TEAM, cmd.version());
        Ticket ticket = step.subject();
        if (cmd.teamId() == null ? ticket.teamId() == null : cmd.teamId().equals(ticket.teamId())) {
            throw new Refused("ticket.team_same", ticket.ref().no());
        }
        if (cmd.teamId() == null) {
            ticket.isOf(null);
            step.record(Said.that("said.no_team").andWords(cmd.note()));
            return;
        }
        TeamDoor.Found team = to.orElseThrow(() -> new Refused("ticket.team_unknown"));
        ticket.isOf(team.id());
        step.record(Said.that("said.team", team.name()).andWords(cmd.note()));
        teams.members(team.id()).stream().filter(member -> !member.equals(actor.id()))
                .forEach(member -> news.tellPerson(member, ticket.schoolId(), "message.ticket_team", ticket.ref()));
    }

    /** What a team that ends has not done goes to its successor, or to no team. */
    void teamEnded(@Observes Teams.Over over) {
        List<Had> all = Ask.of(em, Had.class, "select t.id as id, t.no as no, t.schoolId as schoolId from Ticket t where t.teamId = :team and t.state in :running order by t.id")
                .set("team", over.id()).set("running", RUNNING).list();
        if (all.isEmpty()) {
            return;
        }
        em.createQuery("update Ticket t set t.teamId = :next, t.version = t.version + 1 where t.teamId = :team and t.state in :running")
                .setParameter("next", over.successorId()).setParameter("team", over.id()).setParameter("running", RUNNING).executeUpdate();
        Said said = over.successorId() == null ? Said.that("said.no_team") : Said.that("said.team", over.successor());
        Map<Ref, Said> lines = new LinkedHashMap<>();
        all.forEach(ticket -> lines.put(new Ref("Ticket", ticket.id(), ticket.no()).ofSchool(ticket.schoolId()), said));
        history.recordAll(TicketAction.TEAM, lines);
    }

    /** Another priority or due day; refused as at the opening. */
    public void rank(long id, @Valid Rank cmd) {
        var step = steps.begin(Ticket.class, id, RANK, cmd.version());
        Ticket ticket = step.subject();
        if (cmd.dueOn() == null || !cmd.dueOn().equals(ticket.dueOn())) {
            Tickets.due(cmd.dueOn(), clock.today());
        }
        boolean other = cmd.priority() != ticket.priority();
        ticket.rank(cmd.priority(), cmd.dueOn());
        if (other) {
            levels.ranked(ticket);
        }
        Said said = Said.that("said.ranked", cmd.priority());
        step.record((cmd.dueOn() == null ? said : said.and("said.due", cmd.dueOn())).andWords(cmd.note()));
    }

    /**
     * The work is done, and the school is to accept it; devices are placed where the kind says so.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.measured} for a kind that is measured; {@code ticket.unaccepted} for
     *                 one that nobody accepts; {@code ticket.steps_open}; {@code ticket.photo_missing}; {@code ticket.results_missing}; {@code ticket.room_missing};
     *                 {@code ticket.room_of_other_school}; {@code ticket.workers_team} and its like
     */
    public void finish(long id, @Valid Finish cmd) {
        var step = steps.begin(Ticket.class, id, FINISH, cmd.version());
        step.record(Said.words(cmd.outcome()));
        Ticket ticket = step.subject();
        done(ticket, cmd, true);
        ticket.handed(clock.now());
        news.tell(ticket.schoolId(), "message.ticket_finished", ticket.ref());
    }

    /**
     * The work is done and ends, as nobody accepts such work; the school is told, and what the kind says comes next is opened.
     *
     * @throws Refused {@code ticket.accepted} for a kind that the school accepts; all else as {@link #finish}
     */
    public void solve(long id, @Valid Finish cmd) {
        var step = steps.begin(Ticket.class, id, SOLVE, cmd.version());
        step.record(Said.words(cmd.outcome()));
        Ticket ticket = step.subject();
        if (UNBEGUN.contains(step.change().from())) {
            // who solves without beginning begins, too
            starting.fire(new Tickets.Starting(id, ticket.ref()));
        }
        Kind kind = done(ticket, cmd, false);
        ticket.ended(clock.now());
        left.fire(new Tickets.Left(id, step.change().from()));
        opening.follow(ticket, kind);
        ended.fire(Tickets.ended(ticket));
        news.tell(ticket.schoolId(), "message.ticket_solved", ticket.ref());
    }

    private Kind done(Ticket ticket, Finish cmd, boolean toAccept) {
        ticket.takenBy(actor.id());
        Kind kind = kinds.of(ticket.kindId());
        if (kind.measurement()) {
            throw new Refused("ticket.measured", ticket.ref().no());
        }
        if (kind.acceptance() && !toAccept) {
            throw new Refused("ticket.accepted", ticket.ref().no());
        }
        if (!kind.acceptance() && toAccept) {
            throw new Refused("ticket.unaccepted", ticket.ref().no());
        }
        if (cmd.roomId() != null) {
            if (!schools.room(cmd.roomId()).schoolId().equals(ticket.schoolId())) {
                throw new Refused("ticket.room_of_other_school");
            }
            ticket.isIn(cmd.roomId());
        }
        if (kind.workers() != KindWorkers.TECHNICIANS) {
            workers.demand(ticket.id(), actor.id());
        }
        proofs.demand(ticket, kind);
        ticket.came(cmd.outcome());
        proofs.place(ticket, kind);
        if (kind.devices() != KindDevices.NONE) {
            done.fire(proofs.news(ticket, kind, null));
        }
        return kind;
    }

    /**
     * A step of the checklist is done, or not done after all. Who sends it twice has done it once.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.step_unknown} if the checklist has no such line;
     *                 {@code ticket.over} if the work has ended; {@code ticket.workers_team} and its like
     */
    public void tick(long id, @Valid Tick cmd) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        ticket.takenBy(actor.id());
        if (!ticket.state().pending()) {
            throw new Refused("ticket.over", ticket.ref().no());
        }
        Kind kind = kinds.of(ticket.kindId());
        if (cmd.stepNo() < 1 || cmd.stepNo() > kind.stepsDe().size()) {
            throw new Refused("ticket.step_unknown", ticket.ref().no(), cmd.stepNo());
        }
        if (kind.workers() != KindWorkers.TECHNICIANS) {
            workers.demand(ticket.id(), actor.id());
        }
        List<TicketStep> before = em.createQuery("select s from TicketStep s where s.ticketId = :ticket and s.stepNo = :step", TicketStep.class)
                .setParameter("ticket", id).setParameter("step", cmd.stepNo()).getResultList();
        if (before.isEmpty() != cmd.done()) {
            return;
        }
        if (cmd.done()) {
            em.persist(new TicketStep(id, cmd.stepNo(), actor.name(), clock.now()));
        } else {
            before.forEach(em::remove);
        }
        history.record(ticket.ref(), TICK, Said.that(cmd.done() ? "said.step_done" : "said.step_undone", cmd.stepNo()));
    }

    /**
     * Locks a ticket to which something is added beside its steps, by any technician of its school and after its end, too. Inner door of what stands above.
     *
     * @throws Refused {@code ticket.over} if it was cancelled
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Ref beside(long id) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        if (ticket.state() == TicketState.CANCELLED) {
            throw new Refused("ticket.over", ticket.ref().no());
        }
        return ticket.ref();
    }

    /**
     * Keeps what a cable tester has found as measurements of a ticket, those that failed last, so that they count. Inner door of who reads the file of a tester, and writes
     * the network record after it.
     *
     * @param links  what the ticket keeps
     * @param passed how many cables have passed
     * @param all    how many were tested
     * @param left   how many rows of the file did not fit
     * @throws Refused {@code ticket.of_other}; {@code ticket.over} if the work has ended; {@code ticket.workers_team} and its like
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void tested(long id, List<Tested> links, int passed, int all, int left) {
        Ticket ticket = worked(id);
        links.stream().filter(Tested::passed).forEach(link -> em.persist(new Measurement(id, link, actor.name())));
        em.flush();
        links.stream().filter(link -> !link.passed()).forEach(link -> em.persist(new Measurement(id, link, actor.name())));
        if (ticket.state() == TicketState.MEASURED && kinds.of(ticket.kindId()).measurement() && !links.isEmpty()) {
            ticket.handed(links.stream().allMatch(Tested::passed) ? clock.now() : null);
        }
        history.record(ticket.ref(), TicketAction.TEST, Said.that("said.tests", all, all - passed, left));
    }

    /**
     * Locks a ticket on which the asker works now. Inner door of what is given at it beside its steps.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.over} if the work has ended; {@code ticket.workers_team} and its like
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Working working(long id) {
        Ticket ticket = worked(id);
        return new Working(ticket.ref(), ticket.kindId());
    }

    private Ticket worked(long id) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        ticket.takenBy(actor.id());
        if (!ticket.state().pending()) {
            throw new Refused("ticket.over", ticket.ref().no());
        }
        workers.demand(id, actor.id());
        return ticket;
    }

    /** Locks a ticket at which a line that was added is put right: a cancelled one, too, for what it took still counts. Inner door of what stands above. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Ref putRight(long id) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        return ticket.ref();
    }

    /**
     * Links a ticket with another one of the same school.
     *
     * @throws Refused {@code ticket.other_unknown}; {@code ticket_link_once} and {@code ticket_link_two} by the database
     */
    public void link(long id, @Valid Link cmd) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        Other other = other(ticket.schoolId(), cmd.otherNo());
        em.persist(new TicketLink(id, other.id(), TicketQueries.LinkKind.RELATED));
        history.record(ticket.ref(), LINK, Said.that("said.linked", other.no()));
    }

    /**
     * Two tickets that had to do with each other have not, whichever of them named the other. What one is to the other by its making stays: a part, a follow-up, a duplicate.
     *
     * @throws Refused {@code ticket.other_unknown}; {@code ticket.not_linked}
     */
    public void unlink(long id, @Valid Link cmd) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        guard.require(TICKET_WORK, ticket.schoolId());
        Other other = other(ticket.schoolId(), cmd.otherNo());
        if (unrelated(id, other.id()) == 0) {
            throw new Refused("ticket.not_linked", ticket.ref().no(), other.no());
        }
        history.record(ticket.ref(), TicketAction.UNLINK, Said.that("said.linked", other.no()));
    }

    private int unrelated(Long id, Long other) {
        return em.createQuery("delete from TicketLink l where l.kind = :related and (l.ticketId = :id and l.otherId = :other or l.ticketId = :other and l.otherId = :id)")
                .setParameter("related", TicketQueries.LinkKind.RELATED).setParameter("id", id).setParameter("other", other).executeUpdate();
    }

    /**
     * Another ticket says the same: this one is cancelled and points at it; its visits to come are off. The school and who had it are told where it goes on.
     *
     * @throws Refused as {@link #link}; {@code ticket.merge_ended} if on the other one nothing is done any more; {@code defect.merge}
     */
    public void merge(long id, @Valid Merge cmd) {
        Long school = Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Ticket", id));
        guard.require(TICKET_WORK, school);
        Other other = other(school, cmd.otherNo());
        // both are locked in the order of their ids: of two people who merge one into the other and back, the second is refused
        Ticket first = Find.locked(em, Ticket.class, Math.min(id, other.id()));
        Ticket stays = other.id().equals(first.id()) ? first : Find.locked(em, Ticket.class, other.id());
        if (other.id() != id && !stays.state().pending()) {
            throw new Refused("ticket.merge_ended", other.no());
        }
        var step = steps.begin(Ticket.class, id, CANCEL, cmd.version());
        Ticket ticket = step.subject();
        merging.fire(new Tickets.Merging(id, ticket.ref().no()));
        unrelated(id, other.id());
        em.persist(new TicketLink(id, other.id(), TicketQueries.LinkKind.DUPLICATE));
        Long had = ticket.assigneeId();
        ticket.giveBack();
        ticket.ended(clock.now());
        left.fire(new Tickets.Left(id, step.change().from()));
        step.record(Said.that("said.duplicate", other.no()));
        ended.fire(Tickets.ended(ticket));
        news.tell(ticket.schoolId(), "message.ticket_merged", ticket.ref(), other.no());
        if (had != null) {
            news.tellPerson(had, ticket.schoolId(), "message.ticket_merged_work", ticket.ref(), other.no());
        }
    }

    /**
     * Opens the ticket that puts a defect of this one right: of the kind that the kind of this one names, in its room, with its devices,
     * and somebody has it. Inner door of the defects, which have locked its team before it: runs only inside their transaction.
     *
     * @param technicianId who is to put it right; null for who has this ticket
     * @param roomId       where it is, with the devices that stand there; null for the room of this ticket and all of its devices
     * @throws Refused {@code ticket.no_technician}; {@code ticket.kind_unknown}; {@code ticket.due_past}; {@code ticket.due_far}; {@code ticket.workers_team} and its like
     *                 for who is named; who has this ticket and may not work on that one does not get it
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the school has accepted the work with this defect.")
    public Tickets.Opened defect(long id, String what, LocalDate dueOn, Long technicianId, Long roomId) {
        Ticket ticket = Find.one(em, Ticket.class, id);
        Tickets.due(dueOn, clock.today());
        Kind kind = opening.kind(kinds.of(ticket.kindId()).defectKind());
        Optional<Technician> owner = owner(ticket, technicianId);
        Ticket next = opening.add(kind, new Tickets.Open(ticket.schoolId(), roomId == null ? ticket.roomId() : roomId, kind.code(), title(what),
                what.length() > TITLE ? what : null, null, opening.devices(id).stream()
                        .filter(thing -> thing.schoolId().equals(ticket.schoolId()) && (roomId == null || roomId.equals(thing.roomId()))).map(TicketOpening.Thing::id).toList(), dueOn), false);
        em.persist(new TicketLink(next.id(), id, TicketQueries.LinkKind.DEFECT));
        next.isOf(teams.goesOn(ticket.teamId()) ? ticket.teamId() : null);
        boolean open = kind.workers() == KindWorkers.TECHNICIANS;
        if (technicianId != null && !open) {
            workers.demand(next.id(), technicianId);
        }
        owner.filter(to -> open || !workers.fitting(List.of(next.id()), to.id()).isEmpty()).ifPresent(to -> {
            history.record(next.ref(), ASSIGN, next.give(to.id(), to.name()), Said.that("said.assigned", to.name()));
            levels.responded(next);
            news.tellPerson(to.id(), next.schoolId(), "message.ticket_assigned", next.ref());
        });
        return new Tickets.Opened(next.id(), next.ref());
    }

    private static String title(String what) {
        return what.length() > TITLE ? what.substring(0, TITLE) : what;
    }

    /** Who is asked for, or who has the ticket if still there. */
    private Optional<Technician> owner(Ticket ticket, Long technicianId) {
        Long wanted = technicianId == null ? ticket.assigneeId() : technicianId;
        Optional<Technician> found = technicians(ticket.schoolId()).stream().filter(t -> t.id().equals(wanted)).findFirst();
        if (technicianId != null && found.isEmpty()) {
            throw new Refused("ticket.no_technician");
        }
        return found;
    }

    private Other other(Long school, String no) {
        return Ask.of(em, Other.class, "select t.id as id, t.no as no from Ticket t where t.no = :no and t.schoolId = :school")
                .set("no", no.strip()).set("school", school).one().orElseThrow(() -> new Refused("ticket.other_unknown", no.strip()));
    }

    /** The active technicians who work tickets of a school, by name. */
    private List<Technician> technicians(Long schoolId) {
        return Ask.of(em, Technician.class, TicketQueries.TECHNICIANS).set("role", Role.TECHNICIAN).set("school", schoolId).set("now", clock.now()).list();
    }

    /**
     * A link that a cable tester has tested.
     *
     * @param socket  its end in the room
     * @param port    its other end
     * @param lengthM length in metres, may be null
     */
    public record Tested(String socket, String port, CableClass cableClass, BigDecimal lengthM, boolean passed, Instant at) {
    }

    /** A ticket on which somebody works, and the revision of its kind. */
    public record Working(Ref ref, Long kindId) {
    }

    /** A ticket that a team had. */
    private record Had(Long id, String no, Long schoolId) {
    }

    /** Another ticket of the same school. */
    private record Other(Long id, String no) {
    }

    /** Who works tickets of a school. */
    public record Technician(Long id, String name) {
    }

    /**
     * Give it to a technician.
     *
     * @param note may be null
     */
    public record Assign(@NotNull Integer version, @NotNull Long technicianId, @Size(max = 2000) String note) {
    }

    /**
     * The team that has it from now on.
     *
     * @param teamId null for none
     * @param note   why, may be null
     */
    public record Team(@NotNull Integer version, Long teamId, @Size(max = 2000) String note) {
    }

    /**
     * How urgent it is from now on.
     *
     * @param dueOn day until which it is to be done, null if there is none
     * @param note  why, may be null
     */
    public record Rank(@NotNull Integer version, @NotNull Priority priority, LocalDate dueOn, @Size(max = 2000) String note) {
    }

    /**
     * The work is done.
     *
     * @param roomId  room where it was done, null for the one that the ticket names
     * @param outcome what was done; the school reads it
     */
    public record Finish(@NotNull Integer version, Long roomId, @NotBlank @Size(max = 2000) String outcome) {
    }

    /**
     * A step of the checklist.
     *
     * @param stepNo its line, from 1
     * @param done   false: not done after all
     */
    public record Tick(@NotNull Integer stepNo, @NotNull Boolean done) {
    }

    /**
     * Has to do with another ticket.
     *
     * @param otherNo number of the other one
     */
    public record Link(@NotBlank @Size(max = 20) String otherNo) {
    }

    /**
     * Says the same as another ticket.
     *
     * @param otherNo number of the one that stays
     */
    public record Merge(@NotNull Integer version, @NotBlank @Size(max = 20) String otherNo) {
    }
}
