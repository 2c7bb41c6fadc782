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
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
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
    private static final String ROW = "select new de.schulpakt.install.TicketRow(t.id, t.version, t.no, t.title, t.state, s.id,"
            + " s.name, r.id, r.name, b.name, d.id, d.inventoryNo, d.serial, concat(m.maker, ' ', m.name), t.assigneeId,"
            + " t.assignee, t.waitingFor, t.dueOn, t.openedAt)";
    private static final String FROM = " from Ticket t join School s on s.id = t.schoolId"
            + " left join Device d on d.id = t.deviceId";
    private static final String PLACE = " left join DeviceModel m on m.id = d.modelId"
            + " left join Room r on r.id = t.roomId left join Building b on b.id = r.buildingId";
    private static final String VIEW = "select new de.schulpakt.install.TicketView("
            + "t.id, t.version, t.no, t.title, t.state, s.id, s.name, s.street, s.postcode, s.city, s.phone, r.id, "
            + "r.name, r.floor, b.name, d.id, d.inventoryNo, d.serial, m.maker, m.name, m.kind, d.state, d.roomId, "
            + "d.orderNo, t.assigneeId, t.assignee, t.waitingFor, t.defects, t.dueOn, t.openedAt, t.closedAt)"
            + FROM + PLACE + " where t.id = :id";
    private static final String VISIT = "select new de.schulpakt.install.VisitRow(v.id, t.id, t.no, t.title, t.state,"
            + " v.startsAt, v.minutes, v.contact, v.note, s.id, s.name, s.street, s.postcode, s.city, b.name, r.floor, r.name,"
            + " d.id, d.inventoryNo, d.serial, concat(m.maker, ' ', m.name), t.waitingFor, t.dueOn)" + FROM + PLACE
            + " join Visit v on v.ticketId = t.id";
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
        List<TicketRow> rows = bind(em.createQuery(ROW + FROM + PLACE + where + page.orderBy(COLUMNS, "t.id desc", "t.id"),
                TicketRow.class), filter, scope).setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Long total = bind(em.createQuery("select count(t)" + counted(filter, scope) + where, Long.class), filter, scope).getSingleResult();
        return Page.of(rows, total, page);
    }

    /**
     * One ticket with its visits, measurements, history and what the asker may do now.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public TicketView view(long id) {
        List<TicketView> found = em.createQuery(VIEW, TicketView.class).setParameter("id", id).getResultList();
        if (found.isEmpty()) {
            throw new NotFound("Ticket", id);
        }
        TicketView ticket = found.get(0);
        guard.require(TICKET_VIEW, ticket.schoolId());
        List<MeasurementRow> measurements = measurements(id);
        return ticket.with(visits(id), measurements, actions(ticket, measurements), history.of("Ticket", id));
    }

    /** The asker's visits of a day and what else is to be done; three statements. For technicians. */
    public Today today(LocalDate day) {
        guard.require(TICKET_WORK);
        List<VisitRow> visits = em.createQuery(VISIT + " where t.assigneeId = :me and v.cancelled = false"
                        + " and v.startsAt >= :from and v.startsAt < :to order by v.startsAt, v.id", VisitRow.class)
                .setParameter("me", actor.id()).setParameter("from", midnight(day))
                .setParameter("to", midnight(day.plusDays(1))).getResultList();
        List<TicketRow> mine = em.createQuery(ROW + FROM + PLACE + " where t.assigneeId = :me and t.state in :states" + URGENT,
                        TicketRow.class).setParameter("me", actor.id()).setParameter("states", EnumSet.of(TicketState.PLANNED,
                        TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK, TicketState.ACCEPTED,
                        TicketState.ACCEPTED_WITH_DEFECTS))
                .setMaxResults(MOST_MINE).getResultList();
        Set<Long> seen = visits.stream().map(VisitRow::ticketId).collect(Collectors.toSet());
        List<TicketRow> planned = mine.stream().filter(t -> t.state() != TicketState.WAITING && !seen.contains(t.id())).toList();
        List<TicketRow> waiting = mine.stream().filter(t -> t.state() == TicketState.WAITING).toList();
        return new Today(day, visits, planned, waiting, open());
    }

    private List<TicketRow> open() {
        Scope scope = guard.visibleSchools(TICKET_WORK);
        return scope.bind(em.createQuery(ROW + FROM + PLACE + " where" + scope.school("s") + " and t.state = :open" + URGENT,
                TicketRow.class)).setParameter("open", TicketState.OPEN).setMaxResults(MOST_OPEN).getResultList();
    }

    private List<TicketVisit> visits(long id) {
        return em.createQuery("select new de.schulpakt.install.TicketVisit(v.id, v.startsAt, v.minutes, v.contact, v.note,"
                        + " v.cancelled) from Visit v where v.ticketId = :id order by v.startsAt desc, v.id desc", TicketVisit.class)
                .setParameter("id", id).getResultList();
    }

    private List<MeasurementRow> measurements(long id) {
        return em.createQuery("select new de.schulpakt.install.MeasurementRow(m.id, m.socket, m.switchPort, m.cableClass,"
                        + " m.lengthM, m.signalDbm, m.passed, m.note, m.actor, m.measuredAt) from Measurement m"
                        + " where m.ticketId = :id order by m.id desc", MeasurementRow.class).setParameter("id", id).getResultList();
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

    private <T> TypedQuery<T> bind(TypedQuery<T> query, TicketFilter f, Scope scope) {
        scope.bind(query);
        if (!blank(f.text())) {
            String text = f.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            query.setParameter("start", text + "%").setParameter("part", "%" + text + "%");
        }
        if (f.school() != null) {
            query.setParameter("school", f.school());
        }
        if (f.state() != null) {
            query.setParameter("state", f.state());
        }
        if (f.assignee() == TicketFilter.Assignee.ME) {
            query.setParameter("me", actor.id());
        } else if (f.assignee() != null) {
            query.setParameter("cancelled", TicketState.CANCELLED);
        }
        if (f.due() != null) {
            query.setParameter("due", lastDay(f.due())).setParameter("over", OVER);
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
