package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Questions about when technicians can come to a school. */
@Queries
public class SiteQueries {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** A school as it is read. */
    private record Read(Long schoolId, String school, Integer version, LocalTime opens, LocalTime closes) {
    }

    /** Days as they are read. */
    private record Days(Long id, BlockKind kind, LocalDate fromOn, LocalDate toOn) {
        boolean has(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** A visit as it is read. */
    private record Agreed(Long ticketId, String no, Instant startsAt) {
    }

    /**
     * When technicians can come to a school, and which visits are agreed for days on which they cannot; three statements.
     *
     * @throws NotFound if there is no such school, or the asker may not see its tickets
     */
    public View school(long schoolId) {
        guard.require(TICKET_VIEW, schoolId);
        Read view = Ask.of(em, Read.class, """
                select s.id as schoolId, s.name as school, h.version as version, h.opens as opens, h.closes as closes
                from School s left join SiteHours h on h.schoolId = s.id where s.id = :id""").set("id", schoolId).one()
                .orElseThrow(() -> new NotFound("School", schoolId));
        List<Days> rows = Ask.of(em, Days.class, """
                select b.id as id, b.kind as kind, b.fromOn as fromOn, b.toOn as toOn from SiteBlock b where b.schoolId = :school and b.toOn >= :today
                order by b.fromOn, b.id""").set("school", schoolId).set("today", clock.today()).list(MOST);
        List<Agreed> agreed = rows.isEmpty() ? List.of() : Ask.of(em, Agreed.class, """
                select t.id as ticketId, t.no as no, v.startsAt as startsAt from Visit v join Ticket t on t.id = v.ticketId
                where t.schoolId = :school and v.cancelled = false and v.startsAt > :now and t.state <> :cancelled order by v.startsAt, v.id""")
                .set("school", schoolId).set("now", clock.now()).set("cancelled", TicketState.CANCELLED).list(MOST);
        return new View(view.schoolId(), view.school(), view.version(), view.opens(), view.closes(), guard.may(TICKET_OPEN, schoolId), rows.stream()
                .map(row -> new Row(row.id(), row.kind(), row.fromOn(), row.toOn(), agreed.stream().filter(v -> row.kind().blocks() && row.has(Clock.day(v.startsAt())))
                        .map(v -> new Meets(v.ticketId(), v.no(), v.startsAt())).toList())).toList());
    }

    /**
     * When technicians can come.
     *
     * @param version null if nothing was said of the hours
     * @param blocks  days on which nobody comes, those that are over are left out
     */
    public record View(Long schoolId, String school, Integer version, LocalTime opens, LocalTime closes, Boolean editable, List<Row> blocks) {
    }

    /**
     * Days on which nobody comes.
     *
     * @param visits what is agreed for these days all the same
     */
    public record Row(Long id, BlockKind kind, LocalDate fromOn, LocalDate toOn, List<Meets> visits) {
    }

    /** A visit that is agreed. */
    public record Meets(Long ticketId, String no, Instant startsAt) {
    }
}
