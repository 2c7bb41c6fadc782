package de.schulpakt.install.tester;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportReader;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.install.network.CableTests;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The file of a cable tester at a ticket: each row finds its cable in the rooms of the work, and what was found is written to the record and to the ticket. */
@UseCases
public class TicketTests {
    private static final int AT_ONCE = 500;
    private static final int NOON = 12;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    ImportReader reader;
    @Inject
    TesterKind kind;
    @Inject
    CableTests tests;
    @Inject
    TicketWork work;

    /** Where a ticket is. */
    private record Place(Long schoolId, Long roomId) {
    }

    /**
     * What a file would write; nothing is stored.
     *
     * @throws Refused {@code tester.columns} if no column names cable or result; what is no table, see {@link de.schulpakt.exchange.table.CsvFile#accepted}
     */
    public Read check(long id, @Valid Sent cmd) {
        return read(id, cmd).told();
    }

    /**
     * Writes what the fitting rows say: to the cables of the network record, and as measurements to the ticket, those that failed last, so that they count. Rows
     * that do not fit are left out and named; what is on record already is not written again.
     *
     * @return what was written, and what was not
     * @throws Refused {@code tester.nothing} if no row fits; {@code tester.columns}; {@code ticket.of_other}; {@code ticket.over}; {@code ticket.workers_team} and its like
     */
    public Read record(long id, @Valid Sent cmd) {
        Plan plan = read(id, cmd);
        if (plan.lines().stream().noneMatch(line -> line.outcome() != Outcome.WRONG)) {
            throw new Refused("tester.nothing", plan.lines().size());
        }
        List<CableTests.Tested> all = plan.tests();
        if (!all.isEmpty()) {
            work.tested(id, all.stream().map(test -> link(test, plan.ends().get(test.cableId()), plan.rooms())).filter(Objects::nonNull).toList(),
                    (int) all.stream().filter(CableTests.Tested::passed).count(), all.size(), (int) plan.lines().stream().filter(line -> line.outcome() == Outcome.WRONG).count());
        }
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            tests.record(new CableTests.Record(plan.school(), all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
        return plan.told();
    }

    /**
     * A file and what it says, with what is needed to write it.
     *
     * @param ends of each cable of the school
     */
    private record Plan(Long school, Set<Long> rooms, Map<Long, List<CableTests.End>> ends, List<Line> lines, List<CableTests.Tested> tests, List<Finding> findings) {
        Read told() {
            Map<Outcome, Long> counts = lines.stream().collect(Collectors.groupingBy(Line::outcome, Collectors.counting()));
            return new Read((int) (counts.getOrDefault(Outcome.NEW, 0L) + counts.getOrDefault(Outcome.CHANGED, 0L)), counts.getOrDefault(Outcome.SAME, 0L).intValue(),
                    counts.getOrDefault(Outcome.WRONG, 0L).intValue(), lines, findings);
        }
    }

    private Plan read(long id, Sent cmd) {
        Place place = Ask.of(em, Place.class, "select t.schoolId as schoolId, t.roomId as roomId from Ticket t where t.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Ticket", id));
        guard.require(TICKET_WORK, place.schoolId());
        ImportReader.Read file = reader.read(kind, cmd.content());
        if (!file.settings().columns().contains(TesterField.CABLE.name()) || !file.settings().columns().contains(TesterField.RESULT.name())) {
            throw new Refused("tester.columns");
        }
        Set<Long> rooms = rooms(id, place.roomId());
        Map<Long, List<CableTests.End>> ends = tests.ends(place.schoolId()).stream()
                .collect(Collectors.groupingBy(CableTests.End::cableId, LinkedHashMap::new, Collectors.toList()));
        Set<Long> within = rooms.isEmpty() ? null : ends.entrySet().stream().filter(one -> one.getValue().stream().anyMatch(end -> rooms.contains(end.roomId())))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        ImportPlan plan = new TesterRows(file.file(), file.settings(), clock.today(), ends.values().stream().flatMap(List::stream).toList(), within).plan(List.of());
        List<Line> lines = new ArrayList<>();
        List<CableTests.Tested> tested = new ArrayList<>();
        for (ImportPlan.Row row : plan.rows()) {
            List<Finding> findings = new ArrayList<>(row.findings());
            CableTests.Tested test = (CableTests.Tested) row.what();
            if (test != null) {
                tested.add(test);
                if (as(test, ends.get(test.cableId())) == null) {
                    findings.add(Finding.warning(row.line(), TesterField.LIMIT.name(), null, "tester.no_class"));
                }
            }
            lines.add(new Line(row.line(), row.outcome(), row.number(), row.name(), test == null ? null : test.passed(), test == null ? null : test.lengthM(), findings));
        }
        return new Plan(place.schoolId(), rooms, ends, List.copyOf(lines), List.copyOf(tested), plan.findings());
    }

    /** The rooms of the work: that of the ticket, those of which each is accepted for itself, those of its devices; none if it names none. */
    private Set<Long> rooms(long id, Long own) {
        Set<Long> rooms = new HashSet<>(Ask.of(em, Long.class, "select x.roomId from TicketRoom x where x.ticketId = :id").set("id", id).list());
        rooms.addAll(Ask.of(em, Long.class, "select coalesce(d.roomId, d.targetRoomId) from TicketDevice x join Device d on d.id = x.deviceId where x.ticketId = :id"
                + " and coalesce(d.roomId, d.targetRoomId) is not null").set("id", id).list());
        if (own != null) {
            rooms.add(own);
        }
        return rooms;
    }

    private static CableClass as(CableTests.Tested test, List<CableTests.End> ends) {
        return test.cableClass() != null ? test.cableClass() : ends.get(0).cableClass();
    }

    /** The measurement as the ticket keeps it; null if nobody knows the class. */
    private TicketWork.Tested link(CableTests.Tested test, List<CableTests.End> ends, Set<Long> rooms) {
        CableClass as = as(test, ends);
        if (as == null) {
            return null;
        }
        CableTests.End near = ends.stream().filter(end -> end.kind() == UnitKind.SOCKET && (rooms.isEmpty() || rooms.contains(end.roomId()))).findFirst()
                .orElseGet(() -> ends.stream().filter(end -> rooms.contains(end.roomId())).findFirst().orElse(ends.get(0)));
        CableTests.End far = ends.stream().filter(end -> !end.equals(near)).findFirst().orElse(null);
        Instant at = test.day() == null ? clock.now() : test.day().atTime(NOON, 0).atZone(Clock.ZONE).toInstant();
        BigDecimal length = test.lengthM() == null ? near.lengthM() : test.lengthM();
        return new TicketWork.Tested(near.kind() == UnitKind.SOCKET ? near.unit() : near.unit() + " / " + near.port(), far == null ? "-" : far.unit() + " / " + far.port(), as, length,
                test.passed(), at);
    }

    /** The file of a tester, CSV or XLSX. */
    public record Sent(@NotNull byte[] content) {
    }

    /**
     * What a file says.
     *
     * @param taken    rows that are written
     * @param same     rows that are on record already, or superseded by another row
     * @param left     rows that do not fit and are left out
     * @param findings what is wrong with the file as a whole or with a column
     */
    public record Read(Integer taken, Integer same, Integer left, List<Line> lines, List<Finding> findings) {
    }

    /**
     * A row of the file.
     *
     * @param cable  as the file calls it
     * @param place  where its cable is on record, empty if it is not
     * @param passed null for what is not written
     */
    public record Line(Integer line, Outcome outcome, String cable, String place, Boolean passed, BigDecimal lengthM, List<Finding> findings) {
    }
}
