package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.quiet.Lessons;
import de.schulpakt.install.quiet.QuietDays;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Questions about the plan of all technicians. */
@Queries
public class WeekQueries {
    private static final int DAYS = 5;

    private static final String LED = """
            select m.technicianId from TeamMember m join Team t on t.id = m.teamId where t.ended = false and t.leadId = :me
            and m.fromOn <= :today and (m.toOn is null or m.toOn >= :today) and exists (select o.id from TeamMember o where o.teamId = t.id and o.technicianId = :me
            and o.fromOn <= :today and (o.toOn is null or o.toOn >= :today))""";
    private static final int MOST_LED = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    Holidays holidays;
    @Inject
    QuietDays quiet;

    /** A visit as it is read. */
    private record Read(Long technicianId, Long ticketId, String no, String title, String school, Instant startsAt, Integer minutes,
            TicketState state) {
    }

    /** An absence as it is read. */
    private record Away(Long id, Long technicianId, LocalDate fromOn, LocalDate toOn) {
        boolean on(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** A ticket for which dates are offered. */
    private record Offering(Long schoolId, Boolean noisy) {
    }

    /** A date as it is read. */
    private record Offered(Long id, Instant startsAt, Integer minutes) {
    }

    /** Somebody who works tickets. */
    record Person(Long id, String name) {
    }

    /**
     * Monday to Friday of the week of a day: the technicians of the asker's authorities with their visits, what is planned against
     * what their working time holds, and where they are away. For technicians.
     */
    public Week week(LocalDate day) {
        Scope scope = guard.scope(TICKET_WORK);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> days = Stream.iterate(monday, d -> d.plusDays(1)).limit(DAYS).toList();
        Instant from = midnight(monday);
        Instant to = midnight(monday.plusDays(7));
        List<Read> visits = scope.bind(Ask.of(em, Read.class, """
                select t.assigneeId as technicianId, t.id as ticketId, t.no as no, t.title as title, s.name as school,
                    v.startsAt as startsAt, v.minutes as minutes, t.state as state
                from Visit v join Ticket t on t.id = v.ticketId join School s on s.id = t.schoolId
                where v.cancelled = false and v.startsAt >= :from and v.startsAt < :to and t.assigneeId is not null
                and t.state <> :cancelled and""" + scope.school("s") + " order by v.startsAt, v.id"))
                .set("from", from).set("to", to).set("cancelled", TicketState.CANCELLED).list();
        List<Away> away = Ask.of(em, Away.class, """
                select a.id as id, a.technicianId as technicianId, a.fromOn as fromOn, a.toOn as toOn from Absence a
                where a.fromOn <= :last and a.toOn >= :first""").set("first", monday).set("last", monday.plusDays(DAYS - 1L)).list();
        WorkingTime time = levels.time();
        List<Technician> technicians = people(scope).stream().map(person -> new Technician(person.id(), person.name(), days.stream()
                .map(d -> day(person, d, visits, away, time)).toList())).toList();
        return new Week(monday, days.stream().map(d -> new Head(d, holidays.on(d).map(Holidays.Holiday::nameDe).orElse(null),
                holidays.on(d).map(Holidays.Holiday::nameEn).orElse(null))).toList(), technicians, holidays.known(monday.plusDays(DAYS - 1L)));
    }

    private Day day(Person person, LocalDate day, List<Read> visits, List<Away> away, WorkingTime time) {
        List<Visited> there = visits.stream().filter(v -> v.technicianId().equals(person.id()) && day.equals(Clock.day(v.startsAt())))
                .map(v -> new Visited(v.ticketId(), v.no(), v.title(), v.school(), v.startsAt(), v.minutes(), v.state())).toList();
        boolean gone = away.stream().anyMatch(a -> a.technicianId().equals(person.id()) && a.on(day));
        int planned = there.stream().mapToInt(Visited::minutes).sum();
        return new Day(day, gone, gone || !time.works(day) ? 0 : Math.toIntExact(time.minutesOfDay()), planned, there);
    }

    /** The active technicians of the places in which the asker is one. */
    List<Person> people(Scope scope) {
        List<Long> authorities = new ArrayList<>(scope.authorities());
        authorities.add(-1L);
        return Ask.of(em, Person.class, """
                select u.id as id, u.name as name from AppUser u where u.active = true and u.id in (
                    select r.userId from RoleAssignment r where r.role = :role and (:everywhere = true or r.authorityId in :authorities
                        or r.authorityId is null and r.schoolId is null or r.userId = :me)
                        and (r.lapsesAt is null or r.lapsesAt > :now)) order by u.name, u.id""")
                .set("role", Role.TECHNICIAN).set("now", clock.now()).set("everywhere", scope.everywhere()).set("authorities", authorities).set("me", actor.id()).list();
    }

    /** The days on which the asker will be away, the nearest first. For technicians. */
    public List<Own> absences() {
        guard.require(TICKET_WORK);
        return Ask.of(em, Own.class, """
                select a.id as id, a.fromOn as fromOn, a.toOn as toOn from Absence a where a.technicianId = :me and a.toOn >= :today
                order by a.fromOn""").set("me", actor.id()).set("today", clock.today()).list();
    }

    /** Who is a member today of a team that the asker leads, without the asker, by name. For technicians. */
    public List<Led> led() {
        guard.require(TICKET_WORK);
        return Ask.of(em, Led.class, "select u.id as id, u.name as name from AppUser u where u.active = true and u.id <> :me and u.id in (" + LED + ") order by u.name, u.id")
                .set("me", actor.id()).set("today", clock.today()).list();
    }

    /** The days on which these will be away, the nearest first, at most 100. For technicians. */
    public List<OfLed> absencesOfLed() {
        guard.require(TICKET_WORK);
        return Ask.of(em, OfLed.class, "select a.id as id, u.name as name, a.fromOn as fromOn, a.toOn as toOn from Absence a join AppUser u on u.id = a.technicianId"
                + " where a.toOn >= :today and u.id <> :me and u.id in (" + LED + ") order by a.fromOn, a.id").set("me", actor.id()).set("today", clock.today()).list(MOST_LED);
    }

    /**
     * The dates that are offered for a ticket, the earliest first; those that have passed are no offers.
     *
     * @throws NotFound if there is no such ticket, or the asker may not see it
     */
    public List<Slot> slots(long ticketId) {
        Offering ticket = Ask.of(em, Offering.class, "select t.schoolId as schoolId, k.noisy as noisy from Ticket t join TicketKind k on k.id = t.kindId where t.id = :id")
                .set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(TICKET_VIEW, ticket.schoolId());
        List<Offered> offered = Ask.of(em, Offered.class, """
                select s.id as id, s.startsAt as startsAt, s.minutes as minutes from VisitSlot s where s.ticketId = :ticket
                and s.startsAt > :now order by s.startsAt""").set("ticket", ticketId).set("now", clock.now()).list();
        QuietDays.Movable movable = ticket.noisy() && !offered.isEmpty() ? quiet.of(ticket.schoolId(), clock.today()) : null;
        return offered.stream().map(one -> new Slot(one.id(), one.startsAt(), one.minutes(), movable == null ? null : movable.on(Clock.day(one.startsAt())))).toList();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    /**
     * A week of all technicians.
     *
     * @param known false if the holidays of that year are not known
     */
    public record Week(LocalDate monday, List<Head> days, List<Technician> technicians, boolean known) {
    }

    /** A day of the week with its public holiday, null for none. */
    public record Head(LocalDate day, String holidayDe, String holidayEn) {
        /** The holiday in a language. */
        public String holiday(String language) {
            return "en".equals(language) ? holidayEn : holidayDe;
        }
    }

    /** A technician with the days of the week. */
    public record Technician(Long id, String name, List<Day> days) {
    }

    /**
     * A day of a technician.
     *
     * @param capacity working minutes, none on holidays and while away
     * @param planned  minutes of visits
     */
    public record Day(LocalDate day, boolean away, int capacity, int planned, List<Visited> visits) {
        /** True if more is planned than the day holds. */
        public boolean over() {
            return planned > capacity;
        }
    }

    /** A visit in the plan. */
    public record Visited(Long ticketId, String no, String title, String school, Instant startsAt, Integer minutes, TicketState state) {
        /** When it ends. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }

    /** Who is a member of a team that the asker leads. */
    public record Led(Long id, String name) {
    }

    /** Days on which one of them is away. */
    public record OfLed(Long id, String name, LocalDate fromOn, LocalDate toOn) {
    }

    /** Days on which the asker is away. */
    public record Own(Long id, LocalDate fromOn, LocalDate toOn) {
    }

    /**
     * A date that is offered.
     *
     * @param lessons whether lessons are disturbed then, null for work that disturbs none
     */
    public record Slot(Long id, Instant startsAt, Integer minutes, Lessons lessons) {
        /** When it ends. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }
}
