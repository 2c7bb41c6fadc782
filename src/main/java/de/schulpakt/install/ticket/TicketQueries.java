package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT_ROOMS;
import static de.schulpakt.install.ticket.TicketAction.ACCEPT_WITH_DEFECTS;
import static de.schulpakt.install.ticket.TicketAction.FINISH;
import static de.schulpakt.install.ticket.TicketAction.MEASURE;
import static de.schulpakt.install.ticket.TicketAction.PICK;
import static de.schulpakt.install.ticket.TicketAction.REJOIN;
import static de.schulpakt.install.ticket.TicketAction.RESUME;
import static de.schulpakt.install.ticket.TicketAction.SCHEDULE;
import static de.schulpakt.install.ticket.TicketAction.SOLVE;
import static de.schulpakt.install.ticket.TicketAction.START;
import static de.schulpakt.install.ticket.TicketAction.TAKE;
import static de.schulpakt.install.ticket.TicketAction.UNFINISH;
import static de.schulpakt.install.ticket.TicketAction.WAIT;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW;
import static de.schulpakt.install.ticket.TicketAction.WITHDRAW_ROOM;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.install.worker.Workers;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.PlaceKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Questions about tickets. */
@Queries
public class TicketQueries {
    static final String FROM = """
            from Ticket t join School s on s.id = t.schoolId join TicketKind k on k.id = t.kindId
            left join Device d on d.id = t.deviceId left join Team w on w.id = t.teamId
            """;
    /** The active technicians who work tickets of a school, by name. */
    static final String TECHNICIANS = """
            select u.id as id, u.name as name from AppUser u where u.active = true and u.id in (
                select r.userId from RoleAssignment r, School s where r.role = :role and s.id = :school
                and (r.schoolId = s.id or r.authorityId = s.authorityId or r.schoolId is null and r.authorityId is null)
                and (r.lapsesAt is null or r.lapsesAt > :now))
            order by u.name, u.id""";
    static final String PLACE = """
            left join DeviceModel m on m.id = d.modelId left join Room r on r.id = t.roomId
            left join Building b on b.id = r.buildingId
            """;
    /** A ticket in a list; its aliases are those of {@link TicketList}. */
    static final String ROW = """
            select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, s.id as schoolId,
                s.name as school, r.id as roomId, r.name as room, b.name as building, d.id as deviceId,
                d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as device,
                t.assigneeId as assigneeId, t.assignee as assignee, t.waitingFor as waitingFor, t.dueOn as dueOn,
                t.openedAt as openedAt, t.priority as priority, k.code as kindCode, t.solutionDueAt as solutionDueAt,
                t.stoppedAt as stoppedAt, t.handedAt as handedAt, t.teamId as teamId, w.name as team
            """ + FROM + PLACE;
    private static final String VIEW = """
            select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, s.id as schoolId,
                s.name as school, s.place as place, s.street as street, s.postcode as postcode, s.city as city, s.phone as phone, r.id as roomId,
                r.name as room, r.floor as floor_, b.name as building, d.id as deviceId, d.inventoryNo as inventoryNo,
                d.serial as serial, m.maker as maker, m.name as model, m.kind as kind, d.state as deviceState,
                d.roomId as deviceRoomId, d.orderNo as orderNo, t.assigneeId as assigneeId, t.assignee as assignee, t.teamId as teamId, w.name as team,
                t.waitingFor as waitingFor, t.defects as defects, t.dueOn as dueOn, t.openedAt as openedAt,
                t.closedAt as closedAt, t.handedAt as handedAt, t.priority as priority, t.description as description, t.outcome as outcome, t.fromSchool as fromSchool,
                (select count(o) from VisitSlot o where o.ticketId = t.id and o.startsAt > :now) as slots,
                (select count(o) from VisitSlot o where o.ticketId = t.id and o.startsAt <= :now) as slotsGone, (select count(p) from TicketRoom p where p.ticketId = t.id) as several,
                t.waitingReason as waitingReason, t.responseDueAt as level_responseDueAt, t.respondedAt as level_respondedAt,
                t.solutionDueAt as level_solutionDueAt, t.stoppedAt as level_stoppedAt, k.code as work_code, k.revision as work_revision, k.nameDe as work_nameDe,
                k.nameEn as work_nameEn, k.stepsDe as work_stepsDe, k.stepsEn as work_stepsEn, k.measurement as work_measurement,
                k.photo as work_photo, k.acceptance as work_acceptance, k.devices as work_devices, k.minutes as work_minutes,
                k.workers as work_workers, k.team as work_team, case when k.results is null then false else true end as work_asks
            """ + FROM + PLACE + " where t.id = :id";
    private static final String URGENT = " order by t.urgentOn, t.id";
    private static final int MOST_OPEN = 30;
    private static final int MOST_MINE = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Workers workers;

    /**
     * One ticket with its visits, measurements, history and what the asker may do now.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public View view(long id) {
        View ticket = Ask.of(em, View.class, VIEW).set("id", id).set("now", clock.now()).one().orElseThrow(() -> new NotFound("Ticket", id));
        guard.require(TICKET_VIEW, ticket.schoolId());
        List<MeasurementRow> measurements = measurements(id);
        List<LinkRow> links = links(id);
        List<RoomRow> rooms = ticket.several() == 0 ? List.of() : rooms(id);
        return ticket.with(visits(id), measurements, actions(ticket, measurements, links, rooms), history.of("Ticket", id))
                .with(devices(id), ticket.work().stepsDe().isEmpty() ? List.of() : done(id), ticket.work().asks() ? results(id) : List.of(), links,
                        ticket.defects() == null ? List.of() : defects(id), rooms);
    }

    /** What its kind asks for, with what was given. */
    private List<ResultRow> results(long id) {
        List<KindResult> asked = KindResult.of(Ask.of(em, String.class, "select k.results from Ticket t join TicketKind k on k.id = t.kindId where t.id = :id").set("id", id)
                .one().orElse(null));
        Map<Integer, Given> given = Ask.of(em, Given.class, "select r.resultNo as resultNo, r.value as value_, r.actor as actor, r.givenAt as givenAt from TicketResult r"
                + " where r.ticketId = :id").set("id", id).list().stream().collect(Collectors.toMap(Given::resultNo, Function.identity()));
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Given value = given.getOrDefault(i + 1, new Given(i + 1, null, null, null));
            rows.add(new ResultRow(i + 1, asked.get(i), value.value(), value.actor(), value.givenAt()));
        }
        return List.copyOf(rows);
    }

    /** The technicians to whom a ticket of this school can be given, by name. For technicians, and for who accepts their work. */
    public List<TicketWork.Technician> technicians(long schoolId) {
        guard.require(guard.may(TICKET_ACCEPT, schoolId) ? TICKET_ACCEPT : TICKET_WORK, schoolId);
        return Ask.of(em, TicketWork.Technician.class, TECHNICIANS).set("role", Role.TECHNICIAN).set("school", schoolId).set("now", clock.now()).list();
    }

    /** The active technicians of the asker's offices, by name, for filters; none for who belongs to no office. */
    public List<TicketWork.Technician> colleagues() {
        if (!guard.may(INTERNAL_VIEW)) {
            return List.of();
        }
        Scope scope = guard.scope(INTERNAL_VIEW);
        return Ask.of(em, TicketWork.Technician.class, """
                select u.id as id, u.name as name from AppUser u where u.active = true and u.id in (
                    select r.userId from RoleAssignment r where r.role = :role and (r.lapsesAt is null or r.lapsesAt > :now)
                        and (:everywhere = true or r.authorityId in :authorities or r.authorityId is null and r.schoolId is null))
                order by u.name, u.id""").set("role", Role.TECHNICIAN).set("now", clock.now()).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? Set.of(-1L) : scope.authorities()).list();
    }

    /** Open work that the asker has taken, at the schools where the asker works, most urgent first, at most 100. For technicians. */
    public List<Row> mine() {
        guard.require(TICKET_WORK);
        Scope scope = guard.visibleSchools(TICKET_WORK);
        return scope.bind(Ask.of(em, Row.class, ROW + " where" + scope.school("s") + " and t.assigneeId = :me and t.state in :states" + URGENT))
                .set("me", actor.id()).set("states", EnumSet.of(TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
                        TicketState.IN_WORK, TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS)).list(MOST_MINE);
    }

    /** Tickets that nobody has taken, most urgent first, at most 30. For technicians. */
    public List<Row> open() {
        guard.require(TICKET_WORK);
        Scope scope = guard.visibleSchools(TICKET_WORK);
        return scope.bind(Ask.of(em, Row.class, ROW + " where" + scope.school("s") + " and t.state = :open" + URGENT))
                .set("open", TicketState.OPEN).list(MOST_OPEN);
    }

    /**
     * The ticket that installs a device, else the newest one that is about it; empty if there is none that the asker may see.
     *
     * @throws NotFound if there is no such device, or the asker may not see the tickets of its school
     */
    public Optional<OfDevice> ofDevice(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one().orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(TICKET_VIEW, school);
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        Optional<OfDevice> installs = scope.bind(Ask.of(em, OfDevice.class, "select t.id as id, t.no as no, true as installs from Ticket t join School s on s.id = t.schoolId"
                + " where t.installedId = :device and" + scope.school("s") + " order by t.id desc")).set("device", deviceId).first();
        return installs.isPresent() ? installs : scope.bind(Ask.of(em, OfDevice.class, "select t.id as id, t.no as no, false as installs from TicketDevice x"
                + " join Ticket t on t.id = x.ticketId join School s on s.id = t.schoolId where x.deviceId = :device and" + scope.school("s") + " order by t.id desc"))
                .set("device", deviceId).first();
    }

    /**
     * A ticket of a device.
     *
     * @param installs true if it puts the device into service
     */
    public record OfDevice(Long id, String no, Boolean installs) {
    }

    private List<DeviceRow> devices(long id) {
        return Ask.of(em, DeviceRow.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model, d.state as state, d.roomId as roomId
                from TicketDevice x join Device d on d.id = x.deviceId join DeviceModel m on m.id = d.modelId
                where x.ticketId = :id order by x.id""").set("id", id).list();
    }

    private List<StepRow> done(long id) {
        return Ask.of(em, StepRow.class, """
                select s.stepNo as stepNo, s.actor as actor, s.doneAt as doneAt from TicketStep s where s.ticketId = :id
                order by s.stepNo""").set("id", id).list();
    }

    private List<LinkRow> links(long id) {
        return Ask.of(em, LinkRow.class, """
                select t.id as id, t.no as no, t.title as title, t.state as state, l.kind as kind, l.ticketId as fromId
                from TicketLink l join Ticket t on t.id = case when l.ticketId = :id then l.otherId else l.ticketId end
                where l.ticketId = :id or l.otherId = :id order by l.id""").set("id", id).list();
    }

    /** What the school found, each with the ticket that puts it right. */
    private List<DefectRow> defects(long id) {
        return Ask.of(em, DefectRow.class, """
                select x.id as id, x.lineNo as lineNo, x.what as what, x.dueOn as dueOn, t.id as ticketId, t.no as no, t.state as state,
                    t.assignee as owner, r.name as room
                from Defect x join Ticket t on t.id = x.followId left join Room r on r.id = x.roomId where x.ticketId = :id order by x.lineNo""").set("id", id).list();
    }

    /** The rooms of the work, by building and name. */
    private List<RoomRow> rooms(long id) {
        return Ask.of(em, RoomRow.class, """
                select r.id as id, r.name as name, b.name as building, x.acceptedAt as acceptedAt, x.acceptedBy as acceptedBy, x.defects as defects
                from TicketRoom x join Room r on r.id = x.roomId join Building b on b.id = r.buildingId where x.ticketId = :id order by b.nameKey, b.id, r.nameKey, r.id""")
                .set("id", id).list();
    }

    private List<VisitRow> visits(long id) {
        return Ask.of(em, VisitRow.class, """
                select v.id as id, v.startsAt as startsAt, v.minutes as minutes, v.contact as contact, v.note as note,
                    v.cancelled as cancelled
                from Visit v where v.ticketId = :id order by v.startsAt desc, v.id desc""").set("id", id).list();
    }

    private List<MeasurementRow> measurements(long id) {
        return Ask.of(em, MeasurementRow.class, """
                select m.id as id, m.socket as socket, m.switchPort as switchPort, m.cableClass as cableClass,
                    m.lengthM as lengthM, m.signalDbm as signalDbm, m.passed as passed, m.note as note, m.actor as actor,
                    m.measuredAt as measuredAt
                from Measurement m where m.ticketId = :id order by m.id desc""").set("id", id).list();
    }

    /** What the table and the guard allow, less what only the technician of the ticket does, the kind has not and a failure forbids. */
    private Set<TicketAction> actions(View ticket, List<MeasurementRow> measurements, List<LinkRow> links, List<RoomRow> rooms) {
        Set<TicketAction> actions = guard.actions(TicketFlow.FLOW, ticket.state(), ticket.schoolId());
        if (ticket.assigneeId() == null || !ticket.assigneeId().equals(actor.id())) {
            actions.removeAll(EnumSet.of(SCHEDULE, START, WAIT, RESUME, MEASURE, FINISH, SOLVE, UNFINISH));
        }
        if (!ticket.fromSchool()) {
            actions.remove(WITHDRAW);
        }
        if (rooms.stream().allMatch(RoomRow::accepted)) {
            actions.remove(ACCEPT_ROOMS);
        }
        if (rooms.stream().noneMatch(RoomRow::accepted)) {
            actions.remove(WITHDRAW_ROOM);
        }
        if (ticket.slots() == 0) {
            actions.remove(PICK);
        }
        if (ticket.work().workers() != KindWorkers.TECHNICIANS && workers.fitting(List.of(ticket.id()), actor.id()).isEmpty()) {
            actions.removeAll(EnumSet.of(TAKE, START, MEASURE, FINISH, SOLVE));
        }
        if (links.stream().noneMatch(link -> link.partOf(ticket.id()))) {
            actions.remove(REJOIN);
        }
        Work work = ticket.work();
        actions.remove(work.measurement() ? FINISH : MEASURE);
        if (work.acceptance()) {
            actions.remove(SOLVE);
        } else {
            actions.remove(FINISH);
        }
        if (work.measurement() && (measurements.isEmpty() || !measurements.get(0).passed())) {
            actions.removeAll(EnumSet.of(ACCEPT, ACCEPT_WITH_DEFECTS, ACCEPT_ROOMS));
        }
        return actions;
    }

    /**
     * One measurement of a ticket.
     *
     * @param lengthM   length of the link in metres, may be null
     * @param signalDbm received signal in dBm, may be null
     */
    public record MeasurementRow(Long id, String socket, String switchPort, CableClass cableClass, BigDecimal lengthM,
            Integer signalDbm, Boolean passed, String note, String actor, Instant measuredAt) {
    }

    /**
     * A ticket in a list.
     *
     * @param device maker and model, null if the ticket has no device
     * @param team   name of the team that has it, null for none
     */
    public record Row(Long id, Integer version, String no, String title, TicketState state, Long schoolId, String school,
            Long roomId, String room, String building, Long deviceId, String inventoryNo, String serial, String device,
            Long assigneeId, String assignee, String waitingFor, LocalDate dueOn, Instant openedAt, Priority priority, String kindCode,
            Instant solutionDueAt, Instant stoppedAt, Instant handedAt, Long teamId, String team) {
    }

    /**
     * One ticket with all that its page shows.
     *
     * @param place        what the place is: a school, or another one
     * @param roomId       room of the work, null if not known yet
     * @param deviceId     device to install, null if there is none; the device's fields are then null too
     * @param deviceRoomId room where the device stands now
     * @param orderNo      order that the device came with
     * @param teamId       the team that has it beside its technician, null for none
     * @param waitingFor   who or what the work waits for
     * @param defects      what the school found when it accepted
     * @param outcome      what was done, of a kind that is not measured
     * @param fromSchool   true if the school has asked for it, which may take that back
     * @param slots        dates that are offered to the school
     * @param slotsGone    dates that were offered and have passed, of which the school has picked none
     * @param level        its times, null if its kind has no service level
     * @param work         the kind under which it was opened
     * @param devices      all devices that it is about, the one that names it among them
     * @param done         the steps of its checklist that are done
     * @param results      what its kind asks for, with what was given; none if it asks for nothing
     * @param links        other tickets that have to do with it
     * @param defectLines  what the school found, each with the ticket that puts it right; none if it was said in words only
     * @param several      in how many rooms the work is done, if in several
     * @param rooms        these rooms; none if the work is accepted as a whole
     * @param handedAt     since when the school is to accept, null unless it is
     * @param visits       agreed and cancelled, newest first
     * @param measurements newest first; the first one counts
     * @param actions      what the asker may do now
     * @param timeline     who did what, newest first
     */
    public record View(Long id, Integer version, String no, String title, TicketState state, Long schoolId, String school, PlaceKind place,
            String street, String postcode, String city, String phone, Long roomId, String room, String floor,
            String building, Long deviceId, String inventoryNo, String serial, String maker, String model,
            ModelKind kind, DeviceState deviceState, Long deviceRoomId, String orderNo, Long assigneeId, String assignee,
            Long teamId, String team, String waitingFor, String defects, LocalDate dueOn, Instant openedAt, Instant closedAt, Instant handedAt, Priority priority, String description,
            String outcome, Boolean fromSchool, Long slots, Long slotsGone, Long several, WaitingReason waitingReason, Level level, Work work, List<VisitRow> visits, List<MeasurementRow> measurements,
            List<DeviceRow> devices, List<StepRow> done, List<ResultRow> results, List<LinkRow> links, List<DefectRow> defectLines, List<RoomRow> rooms, Set<TicketAction> actions, List<HistoryEntry> timeline) {

        View with(List<VisitRow> agreed, List<MeasurementRow> measured, Set<TicketAction> may,
                List<HistoryEntry> history) {
            return new View(id, version, no, title, state, schoolId, school, place, street, postcode, city, phone, roomId, room, floor,
                    building, deviceId, inventoryNo, serial, maker, model, kind, deviceState, deviceRoomId, orderNo,
                    assigneeId, assignee, teamId, team, waitingFor, defects, dueOn, openedAt, closedAt, handedAt, priority, description, outcome, fromSchool, slots, slotsGone, several,
                    waitingReason, level, work, agreed, measured, devices, done, results, links, defectLines, rooms, may, history);
        }

        View with(List<DeviceRow> things, List<StepRow> ticked, List<ResultRow> brought, List<LinkRow> others, List<DefectRow> found, List<RoomRow> where) {
            return new View(id, version, no, title, state, schoolId, school, place, street, postcode, city, phone, roomId, room, floor,
                    building, deviceId, inventoryNo, serial, maker, model, kind, deviceState, deviceRoomId, orderNo,
                    assigneeId, assignee, teamId, team, waitingFor, defects, dueOn, openedAt, closedAt, handedAt, priority, description, outcome, fromSchool, slots, slotsGone, several,
                    waitingReason, level, work, visits, measurements, things, ticked, brought, others, found, where, actions, timeline);
        }

        /** True if the school may accept: the last measurement was passed, or nothing is measured. */
        public boolean passed() {
            return !work.measurement() || !measurements.isEmpty() && measurements.get(0).passed();
        }

        /** True if its kind asks for cables that were tested, so that the file of a tester is of use. */
        public boolean tested() {
            return work.measurement() || !measurements.isEmpty() || results.stream().anyMatch(row -> row.asked().type() == ResultType.MEASUREMENT);
        }

        /** True if that step of the checklist is done. */
        public boolean done(int stepNo) {
            return done.stream().anyMatch(step -> step.stepNo() == stepNo);
        }
    }

    /**
     * The kind of a ticket, as it was when the ticket was opened.
     *
     * @param stepsDe the checklist, a step in each line; empty if there is none
     * @param stepsEn the same in English
     * @param workers who may take it and work on it
     * @param team    name of the team for {@link KindWorkers#TEAM}
     * @param asks    true if it asks for results
     */
    public record Work(String code, Integer revision, String nameDe, String nameEn, String stepsDe, String stepsEn, Boolean measurement,
            Boolean photo, Boolean acceptance, KindDevices devices, Integer minutes, KindWorkers workers, String team, Boolean asks) {
        /** The name in a language; what is not English is German. */
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameDe;
        }

        /** The checklist in a language. */
        public List<String> steps(String language) {
            return ("en".equals(language) ? stepsEn : stepsDe).lines().toList();
        }
    }

    /**
     * The times of a ticket's service level.
     *
     * @param responseDueAt until when somebody should have it, null if nothing is promised
     * @param respondedAt   when somebody had it first
     * @param solutionDueAt until when it should be solved, null if nothing is promised
     * @param stoppedAt     since when the clock stands, null if it runs
     */
    public record Level(Instant responseDueAt, Instant respondedAt, Instant solutionDueAt, Instant stoppedAt) {
        /** True if the response came too late, or is too late by now. */
        public boolean responseBroken(Instant now) {
            return responseDueAt != null && (respondedAt == null ? now : respondedAt).isAfter(responseDueAt);
        }

        /** True if the solution is too late by now while the clock runs. */
        public boolean solutionBroken(Instant now) {
            return solutionDueAt != null && stoppedAt == null && now.isAfter(solutionDueAt);
        }
    }

    /** A device of a ticket; in which room it stands, null for none. */
    public record DeviceRow(Long id, String inventoryNo, String serial, String model, DeviceState state, Long roomId) {
    }

    /** A result that was given. */
    private record Given(Integer resultNo, String value, String actor, Instant givenAt) {
    }

    /**
     * A result that the kind asks for.
     *
     * @param resultNo its place, from 1
     * @param value    as it is kept ({@link KindResult#value}), null if it was not given
     */
    public record ResultRow(Integer resultNo, KindResult asked, String value, String actor, Instant givenAt) {
        /** True if it was given. */
        public boolean given() {
            return value != null;
        }
    }

    /** A step of the checklist that is done. */
    public record StepRow(Integer stepNo, String actor, Instant doneAt) {
    }

    /** What one ticket is to another. */
    public enum LinkKind {
        /** Has to do with it. */
        RELATED,
        /** Comes after it, as its kind says. */
        FOLLOWS,
        /** Puts right what the school found when it accepted the other one. */
        DEFECT,
        /** Was split from it. */
        PART,
        /** Says the same once more, and was cancelled for that. */
        DUPLICATE
    }

    /**
     * Another ticket.
     *
     * @param kind   what the ticket {@code fromId} is to the other one
     */
    public record LinkRow(Long id, String no, String title, TicketState state, LinkKind kind, Long fromId) {
        /** True if that ticket was split from this one, and can go back to it. */
        boolean partOf(Long ticketId) {
            return kind == LinkKind.PART && fromId.equals(ticketId) && TicketParts.OPEN.contains(state);
        }
    }

    /**
     * What the school found when it accepted.
     *
     * @param ticketId the ticket that puts it right
     * @param owner    who has that ticket, null for nobody
     * @param room     where it is, null if not said
     */
    public record DefectRow(Long id, Integer lineNo, String what, LocalDate dueOn, Long ticketId, String no, TicketState state, String owner, String room) {
    }

    /**
     * One of several rooms of a ticket.
     *
     * @param acceptedAt null until the school has accepted the work in it
     * @param defects    true if it was accepted although something is to be put right there
     */
    public record RoomRow(Long id, String name, String building, Instant acceptedAt, String acceptedBy, Boolean defects) {
        /** True if the school has accepted the work in it. */
        public boolean accepted() {
            return acceptedAt != null;
        }
    }

    /** A visit of one ticket, agreed or cancelled. */
    public record VisitRow(Long id, Instant startsAt, Integer minutes, String contact, String note, Boolean cancelled) {
        /** When it ends. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }
}
