package de.schulpakt.install.ticket;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tickets of the schools that the asker may see, the newest first. */
@Queries
public class TicketList extends ListOf<TicketQueries.Row> {
    private static final Set<TicketState> OVER = EnumSet.of(TicketState.ACCEPTED, TicketState.CLOSED, TicketState.CANCELLED);
    private static final Set<TicketState> RUNNING = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
            TicketState.IN_WORK);
    /** More visits than that nobody makes on one day. */
    private static final int MOST_VISITS = 5_000;
    private static final int WEEK = 7;
    private static final Set<TicketState> ON_BOARD = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
            TicketState.IN_WORK, TicketState.MEASURED, TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS);
    /** So many tickets are shown all. */
    private static final int MOST = 300;
    /** Of more, so many in a column. */
    private static final int IN_COLUMN = 30;

    /** Whose tickets. */
    public enum Assignee {
        /** Those of the asker. */
        ME,
        /** Those that nobody has taken. */
        NOBODY
    }

    /** When tickets are due; only those that are not done. */
    public enum Due {
        /** Before today. */
        OVERDUE,
        /** Today or before. */
        TODAY,
        /** Within seven days or before. */
        WEEK
    }

    /** How the service level of running tickets stands. */
    public enum Level {
        /** The solution is too late. */
        BROKEN,
        /** It is, or will be within a day. */
        SOON
    }

    /** Work that waits for the school. */
    public enum Acceptance {
        /** The school is to accept it. */
        WAITING,
        /** And has said nothing for more working days than are set. */
        SILENT
    }

    @Inject
    LevelClock levels;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    private final Listing<TicketQueries.Row> listing = Listing.of(TicketQueries.Row.class, "tickets", "/install/tickets")
            .from("Ticket t").join("s", "join School s on s.id = t.schoolId").join("k", "join TicketKind k on k.id = t.kindId")
            .join("d", "left join Device d on d.id = t.deviceId")
            .join("m", "left join DeviceModel m on m.id = d.modelId").join("r", "left join Room r on r.id = t.roomId")
            .join("b", "left join Building b on b.id = r.buildingId").join("w", "left join Team w on w.id = t.teamId")
            .hidden("version", "t.version").hidden("schoolId", "s.id").hidden("roomId", "r.id").hidden("deviceId", "d.id")
            .hidden("assigneeId", "t.assigneeId").hidden("kindCode", "k.code")
            .hidden("stoppedAt", "t.stoppedAt").hidden("teamId", "t.teamId")
            .column("no", "ticket.card.no", TEXT, "t.no").sorted("no", "t.id").always().link("ticket.xhtml?id={id}")
            .column("title", "ticket.title", TEXT, "t.title").sorted()
            .column("school", "ticket.school", TEXT, "s.name").sorted()
            .column("building", "ticket.building", TEXT, "b.name").asked()
            .column("room", "ticket.room", TEXT, "r.name").sorted("room", "r.nameKey")
            .column("device", "ticket.device", TEXT, "concat(m.maker, ' ', m.name)").asked()
            .column("inventoryNo", "ticket.inventory_no", TEXT, "d.inventoryNo").asked()
            .column("serial", "ticket.serial", TEXT, "d.serial").asked()
            .column("state", "ticket.state", STATE, "t.state").sorted()
            .column("priority", "ticket.priority", STATE, "t.priority").asked()
            .column("waitingFor", "ticket.waiting_for", TEXT, "t.waitingFor")
            .column("assignee", "ticket.assignee", TEXT, "t.assignee").sorted().none("tickets.nobody")
            .column("team", "ticket.team", TEXT, "w.name").asked()
            .column("dueOn", "ticket.due", DAY, "t.dueOn").sorted("due")
            .column("solutionDueAt", "ticket.solution_due", INSTANT, "t.solutionDueAt").sorted("solution").asked()
            .column("handedAt", "ticket.handed", INSTANT, "t.handedAt").sorted("handed").asked()
            .column("openedAt", "ticket.opened", INSTANT, "t.openedAt").sorted("opened").asked()
            .words("text", Words.in().starts("t.no").titles("t.title").startsAmong("t.deviceId", "Device", "d", "inventoryNo", "serial")
                    .among("t.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "t.schoolId").equal("room", Long.class, "t.roomId").equal("state", TicketState.class, "t.state")
            .equal("priority", Priority.class, "t.priority").among("kind", String.class, "k.code", "t.kindId", "TicketKind", "code")
            .own("assignee", Assignee.class, this::assignedTo).own("due", Due.class, this::due).own("level", Level.class, this::level)
            .own("acceptance", Acceptance.class, this::acceptance)
            .equal("team", Long.class, "t.teamId").equal("technician", Long.class, "t.assigneeId").own("day", LocalDate.class, this::day)
            .between("dueOn", LocalDate.class, "t.dueOn")
            .build();

    private Condition assignedTo(Assignee whose) {
        return whose == Assignee.ME ? Condition.of("t.assigneeId = :me", "me", actor.id())
                : Condition.of("t.assigneeId is null and t.state <> :cancelled", "cancelled", TicketState.CANCELLED);
    }

    /** Due on that day, or with a visit on it: visits of a day are few and found first, so that the tickets are found by their index. */
    private Condition day(LocalDate day) {
        List<Long> visited = Ask.of(em, Long.class, "select distinct v.ticketId from Visit v where v.cancelled = false and v.startsAt >= :dayFrom and v.startsAt < :dayTo")
                .set("dayFrom", day.atStartOfDay(Clock.ZONE).toInstant()).set("dayTo", day.plusDays(1).atStartOfDay(Clock.ZONE).toInstant()).list(MOST_VISITS);
        return visited.isEmpty() ? Condition.of("t.dueOn = :onDay", "onDay", day)
                : new Condition("t.dueOn = :onDay or t.id in :visited", Map.of("onDay", day, "visited", visited));
    }

    private Condition level(Level how) {
        return new Condition("t.solutionDueAt < :levelAt and t.stoppedAt is null and t.state in :running", Map.of("levelAt",
                how == Level.BROKEN ? clock.now() : clock.now().plus(Duration.ofDays(1)), "running", RUNNING));
    }

    private Condition acceptance(Acceptance how) {
        return new Condition("t.state = de.schulpakt.install.ticket.TicketState.MEASURED and t.handedAt < :handedBefore", Map.of("handedBefore",
                how == Acceptance.SILENT ? levels.silentBefore(clock.today()) : clock.now().plus(Duration.ofDays(1))));
    }

    private Condition due(Due when) {
        LocalDate last = switch (when) {
            case OVERDUE -> clock.today().minusDays(1);
            case TODAY -> clock.today();
            case WEEK -> clock.today().plusDays(WEEK);
        };
        return new Condition("t.dueOn <= :lastDay and t.state not in :over", Map.of("lastDay", last, "over", OVER));
    }

    /**
     * The tickets to which a view narrows down, in a column for each state in which something is to be done, most urgent first: one statement, and where there are
     * more than {@value #MOST}, one that counts them and one for each column. Reads what the list does.
     */
    public Board board(ListView view) {
        guard.require(TICKET_VIEW);
        List<Condition> all = new ArrayList<>(conditions(view));
        all.add(new Condition("t.state in :onBoard", Map.of("onBoard", ON_BOARD)));
        Condition where = Condition.and(all);
        List<TicketQueries.Row> rows = first(where, MOST + 1);
        if (rows.size() <= MOST) {
            Map<TicketState, List<TicketQueries.Row>> by = rows.stream().collect(Collectors.groupingBy(TicketQueries.Row::state));
            return new Board(ON_BOARD.stream().map(state -> new Column(state, by.getOrDefault(state, List.of()).size(), by.getOrDefault(state, List.of()))).toList(), false);
        }
        Map<TicketState, Long> totals = new EnumMap<>(TicketState.class);
        where.bind(Ask.of(em, Total.class, "select t.state as state, count(t) as total " + TicketQueries.FROM + TicketQueries.PLACE + where.where() + " group by t.state"))
                .list().forEach(one -> totals.put(one.state(), one.total()));
        return new Board(ON_BOARD.stream().map(state -> new Column(state, totals.getOrDefault(state, 0L), totals.containsKey(state)
                ? first(Condition.and(List.of(where, Condition.of("t.state = :column", "column", state))), IN_COLUMN) : List.of())).toList(), true);
    }

    private List<TicketQueries.Row> first(Condition where, int most) {
        return where.bind(Ask.of(em, TicketQueries.Row.class, TicketQueries.ROW + where.where() + " order by t.urgentOn, t.id")).list(most);
    }

    @Override
    @Unguarded("Says where the list stands, nothing of what is in it.")
    public Map<String, Map<String, String>> pages() {
        return Map.of("/install/tickets", Map.of(), "/install/board", Map.of());
    }

    /** How many tickets are in a state. */
    private record Total(TicketState state, Long total) {
    }

    /**
     * A column of the board.
     *
     * @param total how many tickets are in that state
     * @param rows  the most urgent of them
     */
    public record Column(TicketState state, long total, List<TicketQueries.Row> rows) {
    }

    /**
     * Tickets by state.
     *
     * @param cut true if there are more than are shown
     */
    public record Board(List<Column> columns, boolean cut) {
        /** How many are shown. */
        public int shown() {
            return columns.stream().mapToInt(column -> column.rows().size()).sum();
        }
    }

    @Override
    protected Listing<TicketQueries.Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return guard.scope(TICKET_VIEW).of("s");
    }
}
