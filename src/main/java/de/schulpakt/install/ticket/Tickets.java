package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT_WITH_DEFECTS;
import static de.schulpakt.install.ticket.TicketAction.ADD_DEFECT;
import static de.schulpakt.install.ticket.TicketAction.CANCEL;
import static de.schulpakt.install.ticket.TicketAction.CLOSE;
import static de.schulpakt.install.ticket.TicketAction.MEASURE;
import static de.schulpakt.install.ticket.TicketAction.PICK;
import static de.schulpakt.install.ticket.TicketAction.RELEASE;
import static de.schulpakt.install.ticket.TicketAction.REOPEN;
import static de.schulpakt.install.ticket.TicketAction.RESUME;
import static de.schulpakt.install.ticket.TicketAction.REWORK;
import static de.schulpakt.install.ticket.TicketAction.SCHEDULE;
import static de.schulpakt.install.ticket.TicketAction.START;
import static de.schulpakt.install.ticket.TicketAction.TAKE;
import static de.schulpakt.install.ticket.TicketAction.UNFINISH;
import static de.schulpakt.install.ticket.TicketAction.WAIT;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.install.worker.Workers;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Use cases of tickets. */
@UseCases
public class Tickets {
    private static final int DAYS_TO_INSTALL = 14;
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;

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
    News news;
    @Inject
    SchoolQueries schools;
    @Inject
    KnownKinds kinds;
    @Inject
    TicketOpening opening;
    @Inject
    TicketBatches batches;
    @Inject
    TicketProofs proofs;
    @Inject
    TicketClock levels;
    @Inject
    Workers workers;
    @Inject
    Event<Left> left;
    @Inject
    Event<Done> done;
    @Inject
    Event<Starting> starting;
    @Inject
    Event<Closing> closing;
    @Inject
    Event<Ended> ended;

    /**
     * A delivered device that needs the network gets its ticket, in the transaction of the delivery; one that came in the place of another
     * goes on with the open tickets of that.
     */
    void deviceRegistered(@Observes Devices.DeviceRegistered news) {
        boolean goesOn = news.replaces() != null && opening.goesOn(news.replaces(), news.deviceId());
        if (news.needsNetwork() && !goesOn) {
            opening.add(opening.kind(TicketOpening.USUAL), new Open(news.schoolId(), news.targetRoomId(), null, news.label(), null, null,
                    List.of(news.deviceId()), news.deliveredOn().plusDays(DAYS_TO_INSTALL)), true);
        }
    }

    /** Devices that a ticket works on stay at their school. */
    void devicesLeave(@Observes Devices.Leaving news) {
        opening.noneWorksOn(news.deviceIds());
    }

    /**
     * What was to be installed goes on with the device that comes in its place; a fault is that of the device which has it. Refused
     * {@code device.ticket_open} while a ticket works on a spare device, or on one that had never come.
     */
    void deviceStepsIn(@Observes Replacements.Stepping news) {
        if (news.kind() == Replacements.StepKind.SPARE) {
            opening.noneWorksOn(Set.of(news.comesId()));
        }
        if (news.kind() == Replacements.StepKind.NEVER_CAME) {
            opening.noneWorksOn(Set.of(news.goesId()));
        }
        if ((news.kind() == Replacements.StepKind.SPARE || news.kind() == Replacements.StepKind.BACK) && !opening.wasInService(news.goesId())) {
            opening.goesOn(news.goesId(), news.comesId());
        }
    }

    /**
     * Opens a ticket for work that no delivery has brought.
     *
     * @return the new id
     * @throws Refused {@code ticket.kind_unknown}, {@code ticket.kind_of_technicians}, {@code ticket.room_of_other_school},
     *                 {@code ticket.device_of_other_school}, {@code ticket.due_past}, {@code ticket.due_far}, {@code place.ended} for a place that is not
     *                 looked after any more
     */
    public Long open(@Valid Open cmd) {
        guard.require(TICKET_OPEN, cmd.schoolId());
        Kind kind = opening.kind(cmd.kind());
        mayOpen(kind, cmd.schoolId());
        if (cmd.roomId() != null) {
            inSchool(cmd.roomId(), cmd.schoolId());
        } else {
            schools.mustBeLookedAfter(cmd.schoolId());
        }
        due(cmd.dueOn(), clock.today());
        boolean many = cmd.deviceIds() != null && !cmd.deviceIds().isEmpty();
        boolean installed = many && opening.ofSchool(cmd.deviceIds(), cmd.schoolId());
        Ticket ticket = opening.add(kind, cmd, many && cmd.deviceIds().size() == 1 && !installed);
        asked(ticket);
        return ticket.id();
    }

    /**
     * Opens tickets of one kind for the devices of a school, one for each day, in a few statements; nobody is told of one. Inner door of who plans the days.
     *
     * @param devices of each day until which a ticket is to be done; the title says how many
     * @return the first ticket, which is told of, and all ids in the order of the days
     * @throws Refused as {@link #open}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Many openMany(Long schoolId, String kindCode, SortedMap<LocalDate, List<Long>> devices, Said said) {
        guard.require(TICKET_OPEN, schoolId);
        Kind kind = opening.kind(kindCode);
        mayOpen(kind, schoolId);
        schools.mustBeLookedAfter(schoolId);
        devices.keySet().forEach(day -> due(day, clock.today()));
        opening.ofSchool(devices.values().stream().flatMap(List::stream).distinct().toList(), schoolId);
        List<Long> ids = batches.open(devices.entrySet().stream().map(day -> new TicketBatches.New(kind, schoolId, null,
                kind.nameDe() + " (" + day.getValue().size() + ")", day.getKey(), day.getValue())).toList(), said);
        return new Many(Find.one(em, Ticket.class, ids.get(0)).ref(), ids);
    }

    /**
     * Opens a ticket for who has no account. Inner door of the codes at doors and devices: runs only inside their transaction.
     *
     * @throws Refused {@code ticket.kind_unknown}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the code at the door names the place.")
    public Opened opened(Open cmd) {
        Ticket ticket = opening.add(opening.kind(cmd.kind()), cmd, false);
        ticket.asked();
        return new Opened(ticket.id(), ticket.ref());
    }

    /** What technicians have not opened the school has asked for. */
    private void asked(Ticket ticket) {
        if (!guard.may(TICKET_WORK, ticket.schoolId())) {
            ticket.asked();
        }
    }

    private void mayOpen(Kind kind, Long schoolId) {
        if (!kind.schoolOpens() && !guard.may(TICKET_WORK, schoolId)) {
            throw new Refused("ticket.kind_of_technicians", kind.code());
        }
    }

    /** Refuses a day until which nobody can do anything: {@code ticket.due_past}, {@code ticket.due_far}. */
    static void due(LocalDate dueOn, LocalDate today) {
        if (dueOn != null && dueOn.isBefore(today)) {
            throw new Refused("ticket.due_past", dueOn);
        }
        if (dueOn != null && dueOn.isAfter(today.plusYears(FAR))) {
            throw new Refused("ticket.due_far", dueOn, FAR);
        }
    }

    /**
     * A technician takes a ticket. Of two at once, the second gets {@link de.schulpakt.platform.Conflict}.
     *
     * @throws Refused {@code ticket.workers_team}, {@code ticket.workers_skill}, {@code ticket.workers_office} if the kind leaves it to others
     */
    public void take(long id, @Valid Step cmd) {
        Ticket ticket = steps.take(Ticket.class, id, TAKE, cmd.version(), cmd.note());
        ticket.take(actor.id(), actor.name());
        levels.responded(ticket);
        workers.demand(ticket.id(), actor.id());
        news.goneOn(ticket.ref());
    }

    /** Gives a ticket back to all technicians; its visits to come are off. Every technician may, because colleagues fall ill. */
    public void release(long id, @Valid Step cmd) {
        var step = steps.begin(Ticket.class, id, RELEASE, cmd.version());
        Ticket ticket = step.subject();
        levels.goesOn(ticket);
        ticket.giveBack();
        left.fire(new Left(id, step.change().from()));
        step.record(Said.words(cmd.note()));
    }

    /**
     * A visit is agreed by the technician of the ticket; the school is told. Inner door of the planning, which keeps the visit:
     * runs only inside its transaction.
     *
     * @param said the visit as the history tells it
     * @return state that the ticket was in
     * @throws Refused {@code ticket.of_other} if another technician has the ticket
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public TicketState scheduled(long id, Integer version, Said said) {
        var step = steps.begin(Ticket.class, id, SCHEDULE, version);
        Ticket ticket = step.subject();
        ticket.takenBy(actor.id());
        ticket.goOn();
        news.tell(ticket.schoolId(), "message.visit_scheduled", ticket.ref());
        step.record(said);
        return step.change().from();
    }

    /**
     * A visit that was agreed is moved by a technician, who may be another one; who goes there is told. Inner door of the planning, which
     * keeps the visit and has compared it with what the asker saw: runs only inside its transaction.
     *
     * @return state that the ticket was in
     * @throws Refused {@code slot.gone} if somebody else has the ticket by now
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public TicketState rescheduled(long id, Long technician, Said said) {
        Ticket ticket = steps.locked(Ticket.class, id, SCHEDULE);
        if (!technician.equals(ticket.assigneeId())) {
            throw new Refused("slot.gone", ticket.ref().no());
        }
        var step = steps.on(ticket, SCHEDULE, ticket.version());
        step.record(said);
        news.tell(ticket.schoolId(), "message.visit_scheduled", ticket.ref());
        if (!technician.equals(actor.id())) {
            news.tellPerson(technician, ticket.schoolId(), "message.visit_moved", ticket.ref());
        }
        return step.change().from();
    }

    /**
     * A visit is agreed by the school, which picked one of the dates that the technician offered. Inner door of the planning, which
     * keeps the visit: runs only inside its transaction.
     *
     * @param technician who offered it
     * @param said       the visit as the history tells it
     * @return state that the ticket was in
     * @throws Refused {@code slot.gone} if somebody else has the ticket by now
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public TicketState picked(long id, Integer version, Long technician, Said said) {
        var step = steps.begin(Ticket.class, id, PICK, version);
        Ticket ticket = step.subject();
        if (!technician.equals(ticket.assigneeId())) {
            throw new Refused("slot.gone", ticket.ref().no());
        }
        step.record(said);
        news.tellPerson(technician, ticket.schoolId(), "message.slot_picked", ticket.ref());
        return step.change().from();
    }

    /**
     * The technician is on site and begins.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.workers_team} and its like as {@link #take}; {@code wave.network_first} if devices come before the network,
     *                 which a verified rule forbids
     */
    public void start(long id, @Valid Step cmd) {
        Ticket ticket = steps.take(Ticket.class, id, START, cmd.version(), cmd.note());
        ticket.takenBy(actor.id());
        workers.demand(ticket.id(), actor.id());
        starting.fire(new Starting(id, ticket.ref()));
    }

    /** The work cannot go on until somebody else has done something. Agreed visits stay. */
    public void await(long id, @Valid Wait cmd) {
        Ticket ticket = steps.take(Ticket.class, id, WAIT, cmd.version(), cmd.waitingFor());
        ticket.takenBy(actor.id());
        WaitingReason reason = cmd.reason() == null ? WaitingReason.OTHER : cmd.reason();
        ticket.waitFor(reason, cmd.waitingFor(), clock.now());
        levels.waits(ticket, reason);
    }

    /** What the work waited for has happened. */
    public void resume(long id, @Valid Step cmd) {
        Ticket ticket = steps.take(Ticket.class, id, RESUME, cmd.version(), cmd.note());
        ticket.takenBy(actor.id());
        levels.goesOn(ticket);
        ticket.goOn();
    }

    /**
     * The work is done and measured; its devices are placed in the room where they hang. If passed, the school is told that it
     * is to accept.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.not_measured} for a kind that asks for no measurement;
     *                 {@code ticket.steps_open}; {@code ticket.photo_missing}; {@code ticket.results_missing}; {@code ticket.room_of_other_school};
     *                 {@code ticket.workers_team} and its like; {@code state.not_allowed} if a device is lost or retired
     */
    public void measure(long id, @Valid Measure cmd) {
        var step = steps.begin(Ticket.class, id, MEASURE, cmd.version());
        step.record(Said.that("said.measured", cmd.socket().strip(), cmd.switchPort().strip()));
        Ticket ticket = step.subject();
        ticket.takenBy(actor.id());
        Kind kind = kinds.of(ticket.kindId());
        if (!kind.measurement()) {
            throw new Refused("ticket.not_measured", ticket.ref().no());
        }
        inSchool(cmd.roomId(), ticket.schoolId());
        ticket.isIn(cmd.roomId());
        demand(kind, ticket);
        proofs.demand(ticket, kind);
        em.persist(new Measurement(id, cmd, actor.name(), clock.now()));
        proofs.place(ticket, kind);
        done.fire(proofs.news(ticket, kind, new Link(cmd.socket().strip(), cmd.switchPort().strip(), cmd.cableClass(), cmd.lengthM(), cmd.passed())));
        ticket.handed(cmd.passed() ? clock.now() : null);
        if (cmd.passed()) {
            news.tell(ticket.schoolId(), "message.ticket_measured", ticket.ref());
        }
    }

    private void demand(Kind kind, Ticket ticket) {
        if (kind.workers() != KindWorkers.TECHNICIANS) {
            workers.demand(ticket.id(), actor.id());
        }
    }

    /**
     * The work that was said to be done is not done after all; its technician goes on with it, and the school, which was asked to accept it, is told. A room that was
     * accepted stays so, and what was measured stands where it was written.
     *
     * @throws Refused {@code ticket.of_other}
     */
    public void unfinish(long id, @Valid Cancel cmd) {
        Ticket ticket = steps.take(Ticket.class, id, UNFINISH, cmd.version(), cmd.reason());
        ticket.takenBy(actor.id());
        news.tell(ticket.schoolId(), "message.ticket_unfinished", ticket.ref());
    }

    /** The school sends the work back with a reason. */
    public void rework(long id, @Valid Rework cmd) {
        Ticket ticket = steps.take(Ticket.class, id, REWORK, cmd.version(), cmd.reason());
        news.tellPerson(ticket.assigneeId(), ticket.schoolId(), "message.ticket_rework", ticket.ref());
    }

    /**
     * The school accepts the work; the device is put into service in the same transaction, which may start its binding. Defects that were found in rooms accepted
     * before stay defects of the work.
     *
     * @throws Refused {@code ticket.not_passed} if the last measurement failed; {@code device.not_placed};
     *                 {@code state.not_allowed} if the device is lost, in repair or retired
     */
    public void accept(long id, @Valid Step cmd) {
        Ticket ticket = steps.locked(Ticket.class, id, ACCEPT);
        if (ticket.hasDefects()) {
            defective(ticket, cmd.version(), cmd.note());
            return;
        }
        steps.on(ticket, ACCEPT, cmd.version()).record(Said.words(cmd.note()));
        proofs.intoService(ticket, kinds.of(ticket.kindId()));
        accepted(ticket, "message.ticket_accepted_work");
        ended.fire(ended(ticket));
    }

    /** The school accepts the work although something is to be put right, beside what was found in rooms before; refused and done as {@link #accept}. */
    public void acceptWithDefects(long id, @Valid AcceptWithDefects cmd) {
        Ticket ticket = steps.locked(Ticket.class, id, ACCEPT_WITH_DEFECTS);
        defective(ticket, cmd.version(), cmd.note() == null || cmd.note().isBlank() ? cmd.defects() : cmd.note());
        ticket.found(cmd.defects());
    }

    /** The work does not end before its defects are put right. */
    private void defective(Ticket ticket, Integer version, String words) {
        steps.on(ticket, ACCEPT_WITH_DEFECTS, version).record(Said.words(words));
        proofs.intoService(ticket, kinds.of(ticket.kindId()));
        accepted(ticket, "message.ticket_accepted_defects");
    }

    /**
     * One more defect was found after the acceptance. Inner door of the defects, which keep it: runs only inside their transaction.
     *
     * @param said the defect as the history tells it
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void defective(long id, Integer version, String defect, Said said) {
        var step = steps.begin(Ticket.class, id, ADD_DEFECT, version);
        step.subject().found(defect);
        step.record(said);
    }

    /**
     * Ends a ticket that was accepted; what its kind says comes next is opened.
     *
     * @throws Refused {@code ticket.defects_open} if there were defects and the note does not say how they were put right;
     *                 {@code defect.open} while one of them has a ticket that has not ended
     */
    public void close(long id, @Valid Step cmd) {
        var step = steps.begin(Ticket.class, id, CLOSE, cmd.version());
        step.record(Said.words(cmd.note()));
        Ticket ticket = step.subject();
        if (ticket.hasDefects() && (cmd.note() == null || cmd.note().isBlank())) {
            throw new Refused("ticket.defects_open", ticket.ref().no());
        }
        closing.fire(new Closing(id, ticket.ref().no()));
        ticket.ended(clock.now());
        news.tell(ticket.schoolId(), "message.ticket_closed", ticket.ref());
        if (step.change().from() != TicketState.ACCEPTED) {
            // what was accepted without a defect ended then
            ended.fire(ended(ticket));
        }
        opening.follow(ticket, kinds.of(ticket.kindId()));
    }

    /** The work is not to be done; visits to come are off. The school is told, and who had it. */
    public void cancel(long id, @Valid Cancel cmd) {
        var step = steps.begin(Ticket.class, id, CANCEL, cmd.version());
        Long had = step.subject().assigneeId();
        off(step.subject(), step.change().from());
        step.record(Said.words(cmd.reason()));
        Ticket ticket = step.subject();
        news.tell(ticket.schoolId(), "message.ticket_cancelled", ticket.ref());
        if (had != null) {
            news.tellPerson(had, ticket.schoolId(), "message.ticket_cancelled_work", ticket.ref());
        }
    }

    /**
     * The school takes back what it has asked for, while nobody has begun; who had it is told, and visits to come are off.
     *
     * @throws Refused {@code ticket.not_asked} if somebody else has opened it, such as a delivery or a technician
     */
    public void withdraw(long id, @Valid Cancel cmd) {
        var step = steps.begin(Ticket.class, id, WITHDRAW, cmd.version());
        Ticket ticket = step.subject();
        if (!ticket.fromSchool()) {
            throw new Refused("ticket.not_asked", ticket.ref().no());
        }
        Long had = ticket.assigneeId();
        off(ticket, step.change().from());
        step.record(Said.words(cmd.reason()));
        if (had == null) {
            news.goneOn(ticket.ref());
        } else {
            news.tellPerson(had, ticket.schoolId(), "message.ticket_withdrawn", ticket.ref());
        }
    }

    /** Nothing is to be done on it any more, and nobody goes there. */
    private void off(Ticket ticket, TicketState before) {
        ticket.giveBack();
        ticket.ended(clock.now());
        left.fire(new Left(ticket.id(), before));
        ended.fire(ended(ticket));
    }

    /** What others are told of a ticket on which nothing is to be done any more. */
    static Ended ended(Ticket ticket) {
        return new Ended(ticket.id(), ticket.ref(), ticket.state());
    }

    /**
     * The work is to be done after all, or once more; nobody has it, nor a team that has ended. Devices that went into service stay there. A ticket that was merged into
     * another one only has to do with that from now on. The school, its technicians and who had it are told.
     *
     * @throws Refused {@code place.ended} at a place that is not looked after any more; {@code ticket.device_gone} if one of its devices is at another school by now
     */
    public void reopen(long id, @Valid Reopen cmd) {
        boolean goesOn = opening.team(id, TICKET_OPEN);
        Ticket ticket = steps.take(Ticket.class, id, REOPEN, cmd.version(), cmd.reason());
        schools.mustBeLookedAfter(ticket.schoolId());
        opening.stillThere(ticket);
        em.createQuery("update TicketLink l set l.kind = :related where l.ticketId = :ticket and l.kind = :duplicate").setParameter("related", TicketQueries.LinkKind.RELATED)
                .setParameter("ticket", id).setParameter("duplicate", TicketQueries.LinkKind.DUPLICATE).executeUpdate();
        em.createQuery("update TicketRoom x set x.acceptedAt = null, x.acceptedBy = null, x.defects = false where x.ticketId = :ticket").setParameter("ticket", id).executeUpdate();
        Long had = ticket.assigneeId();
        ticket.beginAgain();
        ticket.isOf(goesOn ? ticket.teamId() : null);
        levels.begin(ticket, kinds.of(ticket.kindId()));
        news.tell(ticket.schoolId(), "message.ticket_reopened", ticket.ref());
        if (had != null) {
            news.tellPerson(had, ticket.schoolId(), "message.ticket_reopened_own", ticket.ref());
        }
        // last, as it waits for somebody to take it
        news.tell(ticket.schoolId(), "message.ticket_reopened_work", ticket.ref());
    }

    /** The colleagues at the school are told, and the technician, who reads what is still to be put right. */
    private void accepted(Ticket ticket, String toTechnician) {
        news.tell(ticket.schoolId(), "message.ticket_accepted", ticket.ref());
        if (ticket.assigneeId() != null) {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), toTechnician, ticket.ref());
        }
    }

    private void inSchool(Long roomId, Long schoolId) {
        var room = schools.room(roomId);
        if (!room.schoolId().equals(schoolId)) {
            throw new Refused("ticket.room_of_other_school");
        }
        room.mustBeUsed();
    }

    /**
     * The school accepts the work, although something is to be put right.
     *
     * @param defects what, and until when
     * @param note    what else the school says, null for nothing
     */
    public record AcceptWithDefects(@NotNull Integer version, @NotBlank @Size(max = 2000) String defects, @Size(max = 2000) String note) {
        /** With no other word. */
        public AcceptWithDefects(Integer version, String defects) {
            this(version, defects, null);
        }
    }

    /**
     * The work is not to be done.
     *
     * @param reason why
     */
    public record Cancel(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * News, told inside the transaction: the work of a ticket is said to be done.
     *
     * @param roomId    room where it was done, may be null
     * @param deviceIds its devices, in the order in which they are locked; none for a kind that leaves devices as they are
     * @param link      what was measured, null for a kind that is not
     */
    public record Done(Long ticketId, String no, Long schoolId, Long roomId, List<Long> deviceIds, Link link) {
    }

    /** News, told inside the transaction: the work of a ticket begins; who knows that something else comes first refuses. */
    public record Starting(Long ticketId, Ref ref) {
    }

    /** News, told inside the transaction: the work is said to be done; who knows that something is missing refuses. */
    public record Proving(Long ticketId, String no, Long kindId) {
    }

    /** News, told inside the transaction: a part went back to the ticket from which it was split. */
    public record Rejoined(Long partId, Long wholeId) {
    }

    /** News, told inside the transaction: a ticket is about to be closed; who knows that something is open refuses. */
    public record Closing(Long ticketId, String no) {
    }

    /** News, told inside the transaction: another ticket is to stand for this one; who knows that this one is followed by itself refuses. */
    public record Merging(Long ticketId, String no) {
    }

    /**
     * News, told inside the transaction: a part of the work of a ticket has a ticket of its own; who knows that the first one stands for
     * its whole work refuses.
     *
     * @param roomId room of the part, may be null
     */
    public record Parted(Long ticketId, String no, Long partId, Long roomId) {
    }

    /**
     * News, told inside the transaction: nothing is to be done on a ticket any more; once for each time that it ends.
     *
     * @param state accepted, closed or cancelled
     */
    public record Ended(Long ticketId, Ref ref, TicketState state) {
    }

    /**
     * News, told inside the transaction: nobody is to go to this ticket any more, because it was given back or cancelled.
     *
     * @param before state that it was in
     */
    public record Left(Long ticketId, TicketState before) {
    }

    /** A measured link; see {@link Measure}. */
    public record Link(String socket, String switchPort, CableClass cableClass, BigDecimal lengthM, boolean passed) {
    }

    /**
     * The work is done and measured.
     *
     * @param roomId     room where the device hangs; it is placed there
     * @param socket     label of the socket in the wall
     * @param switchPort switch and port at the other end
     * @param lengthM    length of the link in metres, may be null
     * @param signalDbm  received signal at the far end of the room in dBm, for radio only, may be null
     * @param passed     true if the measurement meets the class
     */
    public record Measure(@NotNull Integer version, @NotNull Long roomId,
            @NotBlank @Size(max = 40) String socket, @NotBlank @Size(max = 60) String switchPort, @NotNull CableClass cableClass,
            @DecimalMin("0.1") @DecimalMax("9999.9") @Digits(integer = 4, fraction = 1) BigDecimal lengthM,
            @Min(-120) @Max(0) Integer signalDbm, @NotNull Boolean passed, @Size(max = 1000) String note) {
    }

    /**
     * Work at a school that no delivery has brought.
     *
     * @param roomId      room, null if not known yet
     * @param kind        code of its kind, null for an installation
     * @param description what is to be known beside the title, may be null
     * @param priority    null for that of the kind
     * @param deviceIds   devices that it is about, the first one names it; null for none
     * @param dueOn       day until which it is to be done, null if there is none
     */
    public record Open(@NotNull Long schoolId, Long roomId, @Size(max = 40) String kind, @NotBlank @Size(max = 200) String title,
            @Size(max = 2000) String description, Priority priority, @Size(max = 200) List<@NotNull Long> deviceIds, LocalDate dueOn) {
        /** An installation without a device. */
        public static Open of(Long schoolId, Long roomId, String title, LocalDate dueOn) {
            return new Open(schoolId, roomId, null, title, null, null, null, dueOn);
        }
    }

    /**
     * Tickets that were opened together.
     *
     * @param first by which they are told of
     */
    public record Many(Ref first, List<Long> ids) {
    }

    /** A ticket that was opened. */
    public record Opened(Long id, Ref ref) {
    }

    /**
     * The work is to be done after all.
     *
     * @param reason why
     */
    public record Reopen(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * The school sends the work back.
     *
     * @param reason what is not right
     */
    public record Rework(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A step that needs nothing but perhaps a word.
     *
     * @param note may be null
     */
    public record Step(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /**
     * The work cannot go on.
     *
     * @param reason     what kind of somebody else it waits for, null for another
     * @param waitingFor who or what it waits for, e.g. the caretaker
     */
    public record Wait(@NotNull Integer version, WaitingReason reason, @NotBlank @Size(max = 300) String waitingFor) {
    }
}
