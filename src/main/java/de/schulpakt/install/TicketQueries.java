package de.schulpakt.install;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.TicketAction.ACCEPT;
import static de.schulpakt.install.TicketAction.ACCEPT_WITH_DEFECTS;
import static de.schulpakt.install.TicketAction.MEASURE;
import static de.schulpakt.install.TicketAction.RESUME;
import static de.schulpakt.install.TicketAction.SCHEDULE;
import static de.schulpakt.install.TicketAction.START;
import static de.schulpakt.install.TicketAction.WAIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ask;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about tickets. */
@Queries
public class TicketQueries {
    private static final Map<String, String> COLUMNS = Map.of("no", "t.id", "title", "t.title", "state", "t.state",
            "school", "s.name", "room", "r.name", "assignee", "t.assignee", "due", "t.dueOn", "opened", "t.openedAt");
    private static final String FROM = """
            from Ticket t join School s on s.id = t.schoolId left join Device d on d.id = t.deviceId
            """;
    private static final String PLACE = """
            left join DeviceModel m on m.id = d.modelId left join Room r on r.id = t.roomId
            left join Building b on b.id = r.buildingId
            """;
    private static final String ROW = """
            select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, s.id as schoolId,
                s.name as school, r.id as roomId, r.name as room, b.name as building, d.id as deviceId,
                d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as device,
                t.assigneeId as assigneeId, t.assignee as assignee, t.waitingFor as waitingFor, t.dueOn as dueOn,
                t.openedAt as openedAt
            """ + FROM + PLACE;
    private static final String VIEW = """
            select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, s.id as schoolId,
                s.name as school, s.street as street, s.postcode as postcode, s.city as city, s.phone as phone, r.id as roomId,
                r.name as room, r.floor as floor_, b.name as building, d.id as deviceId, d.inventoryNo as inventoryNo,
                d.serial as serial, m.maker as maker, m.name as model, m.kind as kind, d.state as deviceState,
                d.roomId as deviceRoomId, d.orderNo as orderNo, t.assigneeId as assigneeId, t.assignee as assignee,
                t.waitingFor as waitingFor, t.defects as defects, t.dueOn as dueOn, t.openedAt as openedAt,
                t.closedAt as closedAt
            """ + FROM + PLACE + " where t.id = :id";
    private static final String VISIT = """
            select v.id as id, t.id as ticketId, t.no as no, t.title as title, t.state as state, v.startsAt as startsAt,
                v.minutes as minutes, v.contact as contact, v.note as note, s.id as schoolId, s.name as school,
                s.street as street, s.postcode as postcode, s.city as city, b.name as building, r.floor as floor_, r.name as room,
                d.id as deviceId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as device,
                t.waitingFor as waitingFor, t.dueOn as dueOn
            """ + FROM + PLACE + " join Visit v on v.ticketId = t.id";
    private static final Set<TicketState> OVER = EnumSet.of(TicketState.ACCEPTED, TicketState.CLOSED, TicketState.CANCELLED);
    private static final String URGENT = " order by case when t.dueOn is null then 1 else 0 end, t.dueOn, t.id";
    private static final int MOST_OPEN = 30;
    private static final int MOST_MINE = 100;
    private static final int WEEK = 7;

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

    /** The tickets that the asker may see, page by page; two statements. Without a sort the newest come first. */
    public Page<TicketRow> list(TicketFilter filter, PageRequest page) {
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        String where = where(filter, scope);
        return bind(Ask.of(em, TicketRow.class, ROW + where + page.orderBy(COLUMNS, "t.id desc", "t.id")), filter, scope).page(page,
                bind(Ask.of(em, Long.class, "select count(t)" + counted(filter, scope) + where), filter, scope));
    }

    /**
     * One ticket with its visits, measurements, history and what the asker may do now.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public TicketView view(long id) {
        TicketView ticket = Ask.of(em, TicketView.class, VIEW).set("id", id).one().orElseThrow(() -> new NotFound("Ticket", id));
        guard.require(TICKET_VIEW, ticket.schoolId());
        List<MeasurementRow> measurements = measurements(id);
        return ticket.with(visits(id), measurements, actions(ticket, measurements), history.of("Ticket", id));
    }

    /** The asker's visits of a day and what else is to be done; three statements. For technicians. */
    public Today today(LocalDate day) {
        guard.require(TICKET_WORK);
        List<VisitRow> visits = Ask.of(em, VisitRow.class, VISIT + """

                        where t.assigneeId = :me and v.cancelled = false and v.startsAt >= :from and v.startsAt < :to
                        order by v.startsAt, v.id""")
                .set("me", actor.id()).set("from", midnight(day)).set("to", midnight(day.plusDays(1))).list();
        List<TicketRow> mine = Ask.of(em, TicketRow.class, ROW + " where t.assigneeId = :me and t.state in :states" + URGENT)
                .set("me", actor.id()).set("states", EnumSet.of(TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
                        TicketState.IN_WORK, TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS)).list(MOST_MINE);
        Set<Long> seen = visits.stream().map(VisitRow::ticketId).collect(Collectors.toSet());
        List<TicketRow> planned = mine.stream().filter(t -> t.state() != TicketState.WAITING && !seen.contains(t.id())).toList();
        List<TicketRow> waiting = mine.stream().filter(t -> t.state() == TicketState.WAITING).toList();
        return new Today(day, visits, planned, waiting, open());
    }

    private List<TicketRow> open() {
        Scope scope = guard.visibleSchools(TICKET_WORK);
        return scope.bind(Ask.of(em, TicketRow.class, ROW + " where" + scope.school("s") + " and t.state = :open" + URGENT))
                .set("open", TicketState.OPEN).list(MOST_OPEN);
    }

    private List<TicketVisit> visits(long id) {
        return Ask.of(em, TicketVisit.class, """
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

    /** What the table and the guard allow, less what only the technician of the ticket does and what a failure forbids. */
    private Set<TicketAction> actions(TicketView ticket, List<MeasurementRow> measurements) {
        Set<TicketAction> actions = guard.actions(TicketFlow.FLOW, ticket.state(), ticket.schoolId());
        if (ticket.assigneeId() == null || !ticket.assigneeId().equals(actor.id())) {
            actions.removeAll(EnumSet.of(SCHEDULE, START, WAIT, RESUME, MEASURE));
        }
        if (measurements.isEmpty() || !measurements.get(0).passed()) {
            actions.removeAll(EnumSet.of(ACCEPT, ACCEPT_WITH_DEFECTS));
        }
        return actions;
    }

    /** Counting joins only what the conditions name. */
    private static String counted(TicketFilter f, Scope scope) {
        return !blank(f.text()) ? FROM
                : " from Ticket t" + (scope.everywhere() ? "" : " join School s on s.id = t.schoolId");
    }

    private static String where(TicketFilter f, Scope scope) {
        return " where" + scope.school("s")
                + (blank(f.text()) ? "" : " and (t.no like :start or d.inventoryNo like :start or d.serial like :start"
                        + " or t.title like :part or s.name like :part)")
                + (f.school() == null ? "" : " and t.schoolId = :school")
                + (f.state() == null ? "" : " and t.state = :state")
                + (f.assignee() == null ? "" : f.assignee() == TicketFilter.Assignee.ME ? " and t.assigneeId = :me"
                        : " and t.assigneeId is null and t.state <> :cancelled")
                + (f.due() == null ? "" : " and t.dueOn <= :due and t.state not in :over");
    }

    private <T> Ask<T> bind(Ask<T> query, TicketFilter f, Scope scope) {
        scope.bind(query);
        if (!blank(f.text())) {
            String text = f.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            query.set("start", text + "%").set("part", "%" + text + "%");
        }
        if (f.school() != null) {
            query.set("school", f.school());
        }
        if (f.state() != null) {
            query.set("state", f.state());
        }
        if (f.assignee() == TicketFilter.Assignee.ME) {
            query.set("me", actor.id());
        } else if (f.assignee() != null) {
            query.set("cancelled", TicketState.CANCELLED);
        }
        if (f.due() != null) {
            query.set("due", lastDay(f.due())).set("over", OVER);
        }
        return query;
    }

    private LocalDate lastDay(TicketFilter.Due due) {
        return switch (due) {
            case OVERDUE -> clock.today().minusDays(1);
            case TODAY -> clock.today();
            case WEEK -> clock.today().plusDays(WEEK);
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
