package de.schulpakt.install.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.step.Transitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Real events of a help desk, carried out by the use cases at the moments at which they happened, ten years later: each of its changes is taken by the shortest way that
 * a technician has here. What needs more than one step here, or is refused, is printed with the reason.
 */
@DbTest
class TicketReplayDbTest {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final int LATER = 10;
    private static final Set<TicketAction> TECHNICIAN = EnumSet.of(TicketAction.TAKE, TicketAction.START, TicketAction.WAIT, TicketAction.RESUME, TicketAction.SOLVE,
            TicketAction.RELEASE, TicketAction.REOPEN);
    private static final Map<String, TicketState> STATES = Map.of("New", TicketState.OPEN, "Active", TicketState.IN_WORK, "Awaiting User Info", TicketState.WAITING,
            "Awaiting Problem", TicketState.WAITING, "Awaiting Vendor", TicketState.WAITING, "Awaiting Evidence", TicketState.WAITING, "Resolved", TicketState.CLOSED, "Closed",
            TicketState.CLOSED);
    private Db db;
    private Long school;

    /** An event: a ticket is in a state. */
    private record Event(String no, String state, LocalDateTime at, Priority priority) {
    }

    /** What came of it. */
    private static final class Outcome {
        private int events;
        private int steps;
        private final Map<String, Integer> longer = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
        private final Map<String, Long> tickets = new LinkedHashMap<>();
    }

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InstallGiven.technician(db);
    }

    @Test
    void real_incidents_are_worked_off_and_what_takes_more_than_one_step_here_is_named() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/tickets/incidents.csv")) {
            Outcome outcome = replay(events(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).toList(),
                    0, 1, 2, 3));
            assertThat(outcome.tickets).hasSize(28);
            assertThat(outcome.refused).isEmpty();
            assertThat(outcome.longer.keySet()).containsExactly("- -> Active: TAKE, START", "Awaiting Evidence -> Resolved: RESUME, SOLVE", "Awaiting Problem -> Active: RESUME, START",
                    "Awaiting Problem -> Resolved: RESUME, SOLVE", "Awaiting User Info -> Active: RESUME, START", "Awaiting User Info -> Resolved: RESUME, SOLVE",
                    "Awaiting Vendor -> Active: RESUME, START", "New -> Active: TAKE, START", "New -> Awaiting Problem: TAKE, WAIT", "New -> Awaiting User Info: TAKE, WAIT",
                    "New -> Resolved: TAKE, SOLVE", "Resolved -> Active: REOPEN, TAKE, START");
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void the_whole_log_is_worked_off() throws IOException {
        Path file = Path.of(System.getenv("SCHULPAKT_DATA"), "tickets").resolve("incident_event_log_sample_5998.csv");
        List<String[]> lines = Files.readAllLines(file).stream().map(line -> line.split(",")).toList();
        List<String> head = List.of(lines.get(0));
        Outcome outcome = replay(events(lines.subList(1, lines.size()), head.indexOf("number"), head.indexOf("incident_state"), head.indexOf("sys_updated_at"), head.indexOf("priority")));
        assertThat(outcome.tickets).hasSize(890);
        assertThat(outcome.refused).isEmpty();
    }

    private static List<Event> events(List<String[]> lines, int no, int state, int at, int priority) {
        return lines.stream().map(line -> new Event(line[no], line[state], LocalDateTime.parse(line[at], AT).plusYears(LATER), switch (line[priority].charAt(0)) {
            case '1' -> Priority.URGENT;
            case '2' -> Priority.HIGH;
            case '4' -> Priority.LOW;
            default -> Priority.NORMAL;
        })).toList();
    }

    private Outcome replay(List<Event> events) {
        Outcome outcome = new Outcome();
        Map<String, String> before = new LinkedHashMap<>();
        for (Event event : events) {
            Instant at = event.at().atZone(Clock.ZONE).toInstant();
            db.get(Clock.class).at(at, () -> event(event, before.put(event.no(), event.state()), outcome));
        }
        outcome.tickets.forEach((no, id) -> assertThat(state(id)).as(no).isEqualTo(STATES.get(before.get(no))));
        System.out.printf("replay: %d tickets, %d events, %d steps; response too late %d, solution too late %d, opened again %d%n", outcome.tickets.size(), outcome.events,
                outcome.steps, db.number("SELECT count(*) FROM ticket WHERE responded_at > response_due_at"), db.number("SELECT count(*) FROM ticket WHERE closed_at > solution_due_at"),
                db.number("SELECT count(*) FROM history WHERE action = 'TicketAction.REOPEN'"));
        outcome.longer.forEach((what, often) -> System.out.printf("  %5d x %s%n", often, what));
        outcome.refused.forEach((what, often) -> System.out.printf("  %5d x refused: %s%n", often, what));
        db.checks();
        return outcome;
    }

    private void event(Event event, String before, Outcome outcome) {
        outcome.events++;
        Long id = outcome.tickets.computeIfAbsent(event.no(), no -> SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(Tickets.class)
                .open(new Tickets.Open(school, null, "FAULT", no, null, event.priority(), List.of(), null))));
        TicketState target = STATES.get(event.state());
        TicketState now = state(id);
        if (now == target) {
            return;
        }
        List<Transitions.Row<TicketState, TicketAction>> way = way(now, target);
        String named = (before == null ? "-" : before) + " -> " + event.state() + ": " + way.stream().map(row -> row.action().name()).collect(Collectors.joining(", "));
        if (way.size() > 1) {
            outcome.longer.merge(named, 1, Integer::sum);
        }
        for (Transitions.Row<TicketState, TicketAction> row : way) {
            try {
                step(id, row.action(), event);
                outcome.steps++;
            } catch (Problem why) {
                outcome.refused.merge(named + " by " + why.code(), 1, Integer::sum);
                return;
            }
        }
    }

    /** The shortest way in the table; none if there is none. */
    private static List<Transitions.Row<TicketState, TicketAction>> way(TicketState from, TicketState to) {
        Map<TicketState, List<Transitions.Row<TicketState, TicketAction>>> ways = new LinkedHashMap<>(Map.of(from, List.of()));
        Deque<TicketState> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            TicketState here = next.poll();
            for (Transitions.Row<TicketState, TicketAction> row : TicketFlow.FLOW.from(here)) {
                if (row.asked() && TECHNICIAN.contains(row.action()) && !ways.containsKey(row.to())) {
                    List<Transitions.Row<TicketState, TicketAction>> way = new ArrayList<>(ways.get(here));
                    way.add(row);
                    ways.put(row.to(), way);
                    next.add(row.to());
                }
            }
        }
        assertThat(ways).as(from + " to " + to).containsKey(to);
        return ways.get(to);
    }

    private void step(Long id, TicketAction action, Event event) {
        switch (action) {
            case TAKE -> InstallGiven.take(db, id);
            case START -> InstallGiven.work(db, tickets -> tickets.start(id, InstallGiven.step(db, id)));
            case WAIT -> InstallGiven.work(db, tickets -> tickets.await(id, new Tickets.Wait(InstallGiven.version(db, id),
                    event.state().endsWith("Vendor") ? WaitingReason.SUPPLIER : event.state().endsWith("Problem") ? WaitingReason.OTHER : WaitingReason.SCHOOL, event.state())));
            case RESUME -> InstallGiven.work(db, tickets -> tickets.resume(id, InstallGiven.step(db, id)));
            case SOLVE -> InstallGiven.solve(db, id);
            case RELEASE -> InstallGiven.work(db, tickets -> tickets.release(id, InstallGiven.step(db, id)));
            case REOPEN -> InstallGiven.work(db, tickets -> tickets.reopen(id, new Tickets.Reopen(InstallGiven.version(db, id), event.state())));
            default -> throw new IllegalStateException(action.name());
        }
    }

    private TicketState state(Long id) {
        return TicketState.valueOf(db.sql("SELECT state AS s FROM ticket WHERE id = ?", id).get(0).get("s").toString());
    }
}
