package de.schulpakt.install.ticket;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.step.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tickets by the hundred, in a statement for each hundred: the waves' door, which has asked the guard. */
@ApplicationScoped
public class TicketBatches {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    LevelClock levels;

    /**
     * A ticket to be opened.
     *
     * @param roomId    null for the whole building
     * @param deviceIds devices that it is about, the first one names it; whoever calls has looked that they are of that school
     */
    public record New(Kind kind, Long schoolId, Long roomId, String title, LocalDate dueOn, List<Long> deviceIds) {
        /** Without devices. */
        public New(Kind kind, Long schoolId, Long roomId, String title, LocalDate dueOn) {
            this(kind, schoolId, roomId, title, dueOn, List.of());
        }
    }

    /** What is due at the same instants: a kind at schools with the same movable days. */
    private record Clocked(Long kindId, Set<LocalDate> off) {
    }

    /** A ticket that was there before. */
    private record Known(Long id, String no, Long schoolId) {
    }

    /**
     * Opens them, with a line of the history each; nobody is told of one.
     *
     * @return their ids in the same order
     */
    public List<Long> open(List<New> all, Said said) {
        List<String> nos = all.isEmpty() ? List.of() : numbers.next("T", all.size());
        Map<Clocked, LevelClock.Due> due = new HashMap<>();
        Instant now = clock.now();
        Map<Long, WorkingTime> times = levels.times(all.stream().filter(one -> one.kind().clocked()).map(New::schoolId).distinct().toList(), Clock.day(now));
        all.stream().filter(one -> one.kind().clocked()).forEach(one -> due.computeIfAbsent(new Clocked(one.kind().id(), times.get(one.schoolId()).off()),
                known -> levels.due(one.kind().priority(), now, 0, times.get(one.schoolId()))));
        Map<String, Long> ids = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, all.size());
            insert(all.subList(from, to), nos.subList(from, to), now, due, times);
            Ask.of(em, Known.class, "select t.id as id, t.no as no, t.schoolId as schoolId from Ticket t where t.no in :nos")
                    .set("nos", nos.subList(from, to)).list().forEach(known -> ids.put(known.no(), known.id()));
        }
        devices(all, nos.stream().map(ids::get).toList());
        Map<Ref, Said> lines = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            lines.put(new Ref("Ticket", ids.get(nos.get(i)), nos.get(i)).ofSchool(all.get(i).schoolId()), said);
        }
        history.recordAll(TicketAction.OPEN, lines);
        return nos.stream().map(ids::get).toList();
    }

    /** The devices of the new tickets. */
    private void devices(List<New> all, List<Long> ids) {
        List<Long> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Long ticket = ids.get(i);
            all.get(i).deviceIds().stream().distinct().forEach(device -> Collections.addAll(pairs, ticket, device));
        }
        for (int from = 0; from < pairs.size(); from += 2 * AT_ONCE) {
            List<Long> some = pairs.subList(from, Math.min(from + 2 * AT_ONCE, pairs.size()));
            run("insert into ticket_device (ticket_id, device_id) values " + String.join(", ", Collections.nCopies(some.size() / 2, "(?, ?)")), row -> row.add(some.toArray()));
        }
    }

    private void insert(List<New> some, List<String> nos, Instant now, Map<Clocked, LevelClock.Due> due, Map<Long, WorkingTime> times) {
        run("insert into ticket (no, kind_id, priority, school_id, room_id, device_id, title, state, due_on, opened_at, clocked_at, response_due_at,"
                + " solution_due_at) values " + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?)")), row -> {
            for (int i = 0; i < some.size(); i++) {
                New one = some.get(i);
                LevelClock.Due level = one.kind().clocked() ? due.get(new Clocked(one.kind().id(), times.get(one.schoolId()).off())) : null;
                row.add(nos.get(i), one.kind().id(), one.kind().priority().name(), one.schoolId(), one.roomId(), one.deviceIds().isEmpty() ? null : one.deviceIds().get(0), one.title(), one.dueOn(), utc(now),
                        level == null ? null : utc(now), level == null ? null : utc(level.responseAt()), level == null ? null : utc(level.solutionAt()));
            }
        });
    }

    /** Other days until which they are to be done; those that are not named keep theirs. */
    public void due(Map<Long, LocalDate> days) {
        List<Map.Entry<Long, LocalDate>> all = List.copyOf(days.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Map.Entry<Long, LocalDate>> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            run("update ticket set due_on = case id" + " when ? then ?".repeat(some.size()) + " end where id in ("
                    + String.join(", ", Collections.nCopies(some.size(), "?")) + ")", row -> {
                some.forEach(one -> row.add(one.getKey(), one.getValue()));
                some.forEach(one -> row.add(one.getKey()));
            });
        }
    }

    /**
     * Cancels those of them that nobody has taken, with a line of the history each.
     *
     * @return how many
     */
    public int cancel(List<Long> ids, String words) {
        int cancelled = 0;
        Change<TicketState> change = new Change<>(TicketState.OPEN, TicketState.CANCELLED);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            // locked, so that who takes one meanwhile either has it or is told that it is gone
            List<Ticket> open = em.createQuery("select t from Ticket t where t.id in :ids and t.state = :open order by t.id", Ticket.class)
                    .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).setParameter("open", TicketState.OPEN)
                    .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE).getResultList();
            if (open.isEmpty()) {
                continue;
            }
            history.recordSteps(TicketAction.CANCEL, open.stream().map(t -> new History.Line(t.ref(), change, history.whole(Said.words(words)))).toList());
            run("update ticket set state = 'CANCELLED', closed_at = ?, version = version + 1 where id in ("
                    + open.stream().map(t -> String.valueOf(t.id())).collect(Collectors.joining(", ")) + ")", row -> row.add(utc(clock.now())));
            open.forEach(em::detach);
            cancelled += open.size();
        }
        return cancelled;
    }

    private static LocalDateTime utc(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** The values of a statement. */
    private static final class Values {
        private final List<Object> all = new ArrayList<>();

        void add(Object... more) {
            Collections.addAll(all, more);
        }
    }

    private void run(String sql, java.util.function.Consumer<Values> fill) {
        Values values = new Values();
        fill.accept(values);
        // by the connection itself: a query of the entity manager compares each of its parameters with all before it
        em.flush();
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.all.size(); i++) {
                statement.setObject(i + 1, values.all.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
