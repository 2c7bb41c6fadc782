package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits for calendars: a technician’s own, for all others those of the schools they see. A visit that is moved is a new one in
 * the database and the same one in a calendar, so each is called after the first of those that took each other’s place.
 */
@ApplicationScoped
class VisitCalendar implements CalendarSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;

    private record Row(Long id, Long ticketId, String no, String title, String school, String street, String postcode, String city, Instant startsAt,
            Integer minutes, Boolean cancelled) {
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public Permission permission() {
        return TICKET_VIEW;
    }

    @Override
    public List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most) {
        boolean own = guard.may(TICKET_WORK);
        Ask<Row> ask = Ask.of(em, Row.class, """
                select v.id as id, v.ticketId as ticketId, t.no as no, t.title as title, s.name as school, s.street as street, s.postcode as postcode,
                  s.city as city, v.startsAt as startsAt, v.minutes as minutes, v.cancelled as cancelled
                from Visit v join Ticket t on t.id = v.ticketId join School s on s.id = t.schoolId
                where exists (select x.id from Visit x where x.ticketId = v.ticketId and x.startsAt >= :from and x.startsAt < :to)
                and (:own = false or t.assigneeId = :me) and""" + " " + scope.school("s") + " order by v.ticketId, v.id")
                .set("from", from.atStartOfDay(Clock.ZONE).toInstant()).set("to", to.plusDays(1).atStartOfDay(Clock.ZONE).toInstant())
                .set("own", own).set("me", current.id());
        List<Entry> entries = new ArrayList<>();
        Row before = null;
        Entry open = null;
        for (Row row : scope.bind(ask).list(most)) {
            boolean moved = before != null && before.ticketId().equals(row.ticketId()) && before.cancelled();
            if (open != null && !moved) {
                entries.add(open);
            }
            open = entry(row, moved ? open.uid() : "visit-" + row.id(), moved ? open.sequence() + 1 : 0);
            before = row;
        }
        if (open != null) {
            entries.add(open);
        }
        return entries;
    }

    /** One that was called off has changed once more. */
    private static Entry entry(Row row, String uid, int sequence) {
        return new Entry(uid, row.cancelled() ? sequence + 1 : sequence, row.no(), row.title(), row.school() + ", " + row.street() + ", " + row.postcode() + " "
                + row.city(), "/install/ticket.xhtml?id=" + row.ticketId(), row.startsAt(), row.minutes(), null, row.cancelled());
    }
}
