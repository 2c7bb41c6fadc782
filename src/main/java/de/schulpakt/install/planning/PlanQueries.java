package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The calendar of all technicians, and whether their time holds what is due. */
@Queries
public class PlanQueries {
    private static final int WEEKS = 6;
    private static final int MOST_DAYS = 100;
    private static final int MOST = 5000;
    private static final int SHOWN = 50;
    private static final Set<TicketState> TO_PLAN = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.WAITING, TicketState.IN_WORK);

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
    WeekQueries weeks;

    /** Days away as they are read. */
    private record Away(Long technicianId, LocalDate fromOn, LocalDate toOn) {
        boolean on(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** A kind that a technician can work. */
    private record Skill(Long technicianId, String kind) {
    }

    /** Who belongs to which team, each with the days. */
    private record Member(Long teamId, String team, Long technicianId, LocalDate fromOn, LocalDate toOn) {
        boolean on(LocalDate day) {
            return !fromOn.isAfter(day) && (toOn == null || !toOn.isBefore(day));
        }
    }

    /** A ticket that is due and has no visit ahead. */
    private record Due(Long id, String no, String title, String school, Long technicianId, String technician, LocalDate dueOn, Integer minutes, String kind, Long teamId) {
    }

    /**
     * Visits of all technicians and their days away from one day to another, both included. For technicians.
     *
     * @throws Refused {@code plan.span} unless it is one to a hundred days
     */
    public Calendar calendar(LocalDate from, LocalDate to) {
        Scope scope = guard.scope(TICKET_WORK);
        if (from == null || to == null || to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw new Refused("plan.span", MOST_DAYS);
        }
        List<Entry> visits = scope.bind(Ask.of(em, Entry.class, """
                select v.id as id, t.id as ticketId, t.no as no, t.title as title, s.name as school, t.assigneeId as technicianId, t.assignee as technician,
                    v.startsAt as startsAt, v.minutes as minutes, t.state as state, t.teamId as teamId
                from Visit v join Ticket t on t.id = v.ticketId join School s on s.id = t.schoolId
                where v.cancelled = false and v.startsAt >= :from and v.startsAt < :to and t.assigneeId is not null and t.state <> :cancelled and"""
                + scope.school("s") + " order by v.startsAt, v.id")).set("from", midnight(from)).set("to", midnight(to.plusDays(1)))
                .set("cancelled", TicketState.CANCELLED).list(MOST);
        Map<Long, String> names = new LinkedHashMap<>();
        weeks.people(scope).forEach(person -> names.put(person.id(), person.name()));
        List<Gone> gone = away(from, to).stream().filter(a -> names.containsKey(a.technicianId()))
                .map(a -> new Gone(a.technicianId(), names.get(a.technicianId()), a.fromOn(), a.toOn())).toList();
        List<Off> off = from.datesUntil(to.plusDays(1)).filter(day -> holidays.on(day).isPresent())
                .map(day -> new Off(day, holidays.on(day).orElseThrow().nameDe(), holidays.on(day).orElseThrow().nameEn())).toList();
        visits.forEach(visit -> names.putIfAbsent(visit.technicianId(), visit.technician()));
        return new Calendar(visits, gone, off, names.entrySet().stream().map(one -> new Technician(one.getKey(), one.getValue())).toList());
    }

    /**
     * Six weeks from that of a day: for each technician what the working time holds against what is agreed and what is due without a visit,
     * the same for what nobody has and for each team, and what slips. A team does what it has been given and what its members have that no team has; its time is
     * that of its members on the days on which they belong to it. For technicians; a fixed number of statements.
     */
    public Load load(LocalDate day) {
        Scope scope = guard.scope(TICKET_WORK);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = monday.plusWeeks(WEEKS).minusDays(1);
        WorkingTime time = levels.time();
        List<WeekQueries.Person> people = weeks.people(scope);
        List<Entry> visits = calendar(monday, last).visits();
        List<Away> away = away(monday, last);
        Map<Long, Set<String>> skills = new HashMap<>();
        Ask.of(em, Skill.class, "select s.technicianId as technicianId, s.kindCode as kind from TechnicianSkill s order by s.kindCode").list(MOST)
                .forEach(skill -> skills.computeIfAbsent(skill.technicianId(), id -> new TreeSet<>()).add(skill.kind()));
        List<Due> due = due(scope, last);
        List<Person> rows = new ArrayList<>();
        List<Slip> slips = new ArrayList<>();
        for (WeekQueries.Person person : people) {
            List<Week> each = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                LocalDate from = monday.plusWeeks(week);
                int capacity = from.datesUntil(from.plusWeeks(1)).mapToInt(d -> time.works(d)
                        && away.stream().noneMatch(a -> a.technicianId().equals(person.id()) && a.on(d)) ? (int) time.minutesOfDay() : 0).sum();
                int agreed = visits.stream().filter(v -> person.id().equals(v.technicianId()) && within(Clock.day(v.startsAt()), from))
                        .mapToInt(Entry::minutes).sum();
                List<Due> own = due.stream().filter(t -> person.id().equals(t.technicianId()) && within(week(t, monday), from)).toList();
                each.add(new Week(from, capacity, agreed, own.stream().mapToInt(Due::minutes).sum()));
                full(own, capacity - agreed).forEach(t -> slips.add(slip(t, SlipReason.FULL, people, skills)));
            }
            rows.add(new Person(person.id(), person.name(), List.copyOf(skills.getOrDefault(person.id(), Set.of())), each));
        }
        List<Week> nobody = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = monday.plusWeeks(week);
            nobody.add(new Week(from, 0, 0, due.stream().filter(t -> t.technicianId() == null && within(week(t, monday), from)).mapToInt(Due::minutes).sum()));
        }
        due.stream().filter(t -> t.dueOn().isBefore(clock.today())).forEach(t -> slips.add(0, slip(t, SlipReason.OVERDUE, people, skills)));
        due.stream().filter(t -> t.technicianId() == null && !t.dueOn().isBefore(clock.today()) && t.dueOn().isBefore(clock.today().plusWeeks(1)))
                .forEach(t -> slips.add(slip(t, SlipReason.NOBODY, people, skills)));
        List<Slip> shown = slips.stream().distinct().sorted(Comparator.comparing(Slip::dueOn).thenComparing(Slip::ticketId)).limit(SHOWN).toList();
        return new Load(monday, rows, nobody, squads(scope, monday, last, people, visits, due, away, time), team(rows, nobody), slips.stream().map(Slip::ticketId).distinct().count(), shown, holidays.known(last));
    }

    /** The teams of the asker's offices with what they have to do in each week. */
    private List<Squad> squads(Scope scope, LocalDate monday, LocalDate last, List<WeekQueries.Person> people, List<Entry> visits, List<Due> due, List<Away> away,
            WorkingTime time) {
        Condition within = scope.ofAuthority("t.authorityId");
        List<Member> all = within.bind(Ask.of(em, Member.class, """
                select t.id as teamId, t.name as team, m.technicianId as technicianId, m.fromOn as fromOn, m.toOn as toOn
                from Team t join TeamMember m on m.teamId = t.id where t.ended = false and m.fromOn <= :last and (m.toOn is null or m.toOn >= :first)"""
                + (within.jpql().isEmpty() ? "" : " and " + within.jpql()) + " order by t.name, t.id, m.technicianId, m.fromOn")).set("first", monday).set("last", last).list(MOST);
        Set<Long> there = people.stream().map(WeekQueries.Person::id).collect(Collectors.toSet());
        Map<Long, List<Member>> teams = all.stream().collect(Collectors.groupingBy(Member::teamId, LinkedHashMap::new, Collectors.toList()));
        List<Squad> squads = new ArrayList<>();
        teams.forEach((team, members) -> {
            List<Week> each = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                LocalDate from = monday.plusWeeks(week);
                int capacity = from.datesUntil(from.plusWeeks(1)).filter(time::works).mapToInt(d -> (int) time.minutesOfDay() * (int) members.stream()
                        .filter(m -> m.on(d) && there.contains(m.technicianId()) && away.stream().noneMatch(a -> a.technicianId().equals(m.technicianId()) && a.on(d)))
                        .map(Member::technicianId).distinct().count()).sum();
                int agreed = visits.stream().filter(v -> within(Clock.day(v.startsAt()), from) && does(team, members, v.teamId(), v.technicianId(), Clock.day(v.startsAt())))
                        .mapToInt(Entry::minutes).sum();
                int open = due.stream().filter(t -> within(week(t, monday), from) && does(team, members, t.teamId(), t.technicianId(), week(t, monday)))
                        .mapToInt(Due::minutes).sum();
                each.add(new Week(from, capacity, agreed, open));
            }
            squads.add(new Squad(team, members.get(0).team(), each));
        });
        return squads;
    }

    /** True if a team does a ticket: it has it, or no team does and somebody who belongs to it on that day has it. */
    private static boolean does(Long team, List<Member> members, Long teamOfTicket, Long technician, LocalDate day) {
        return teamOfTicket == null ? technician != null && members.stream().anyMatch(m -> m.technicianId().equals(technician) && m.on(day)) : teamOfTicket.equals(team);
    }

    /** What is due up to a day and has no visit ahead. */
    private List<Due> due(Scope scope, LocalDate last) {
        return scope.bind(Ask.of(em, Due.class, """
                select t.id as id, t.no as no, t.title as title, s.name as school, t.assigneeId as technicianId, t.assignee as technician, t.dueOn as dueOn,
                    k.minutes as minutes, k.code as kind, t.teamId as teamId
                from Ticket t join School s on s.id = t.schoolId join TicketKind k on k.id = t.kindId
                where t.state in :states and t.dueOn <= :last and not exists (select v.id from Visit v where v.ticketId = t.id and v.cancelled = false
                    and v.startsAt > :now) and""" + scope.school("s") + " order by t.dueOn, t.id")).set("states", TO_PLAN).set("last", last)
                .set("now", clock.now()).list(MOST);
    }

    /** What is due before counts in the first week. */
    private static LocalDate week(Due ticket, LocalDate monday) {
        return ticket.dueOn().isBefore(monday) ? monday : ticket.dueOn();
    }

    private static boolean within(LocalDate day, LocalDate monday) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    /** What no longer fits into the time that is left, by due day. */
    private static List<Due> full(List<Due> own, int free) {
        List<Due> over = new ArrayList<>();
        int used = 0;
        for (Due ticket : own) {
            used += ticket.minutes();
            if (used > free) {
                over.add(ticket);
            }
        }
        return over;
    }

    private static Slip slip(Due ticket, SlipReason why, List<WeekQueries.Person> people, Map<Long, Set<String>> skills) {
        return new Slip(ticket.id(), ticket.no(), ticket.title(), ticket.school(), ticket.technician(), ticket.dueOn(), ticket.minutes(), why,
                people.stream().filter(p -> !p.id().equals(ticket.technicianId()) && (!skills.containsKey(p.id()) || skills.get(p.id()).contains(ticket.kind())))
                        .map(WeekQueries.Person::name).limit(5).toList());
    }

    private static List<Week> team(List<Person> rows, List<Week> nobody) {
        List<Week> sums = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            int at = week;
            sums.add(new Week(nobody.get(at).monday(), rows.stream().mapToInt(r -> r.weeks().get(at).capacity()).sum(),
                    rows.stream().mapToInt(r -> r.weeks().get(at).agreed()).sum(), rows.stream().mapToInt(r -> r.weeks().get(at).due()).sum() + nobody.get(at).due()));
        }
        return sums;
    }

    private List<Away> away(LocalDate from, LocalDate to) {
        return Ask.of(em, Away.class, """
                select a.technicianId as technicianId, a.fromOn as fromOn, a.toOn as toOn from Absence a where a.fromOn <= :last and a.toOn >= :first
                order by a.fromOn, a.id""").set("first", from).set("last", to).list(MOST);
    }

    /** The kinds of tickets that the asker can work; none if none were entered. For technicians. */
    public List<String> skills() {
        guard.require(TICKET_WORK);
        return Ask.of(em, String.class, "select s.kindCode from TechnicianSkill s where s.technicianId = :me order by s.kindCode").set("me", actor.id()).list(MOST);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    /**
     * Some days of all technicians.
     *
     * @param technicians those of the asker's authorities, and whoever else goes somewhere on these days
     */
    public record Calendar(List<Entry> visits, List<Gone> away, List<Off> holidays, List<Technician> technicians) {
        /** True if who goes there is elsewhere or away then. */
        public boolean conflict(Entry visit) {
            return away.stream().anyMatch(gone -> gone.technicianId().equals(visit.technicianId()) && gone.on(Clock.day(visit.startsAt())))
                    || visits.stream().anyMatch(other -> !other.id().equals(visit.id()) && other.technicianId().equals(visit.technicianId())
                            && other.startsAt().isBefore(visit.endsAt()) && other.endsAt().isAfter(visit.startsAt()));
        }
    }

    /** Somebody who goes to schools. */
    public record Technician(Long id, String name) {
    }

    /**
     * A visit.
     *
     * @param teamId the team that has its ticket, null for none
     */
    public record Entry(Long id, Long ticketId, String no, String title, String school, Long technicianId, String technician, Instant startsAt, Integer minutes,
            TicketState state, Long teamId) {
        /** When it ends. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }

    /** Days on which a technician is away. */
    public record Gone(Long technicianId, String technician, LocalDate fromOn, LocalDate toOn) {
        /** True if away on that day. */
        public boolean on(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** A public holiday. */
    public record Off(LocalDate day, String nameDe, String nameEn) {
        /** Its name in a language. */
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameDe;
        }
    }

    /**
     * Some weeks of all technicians.
     *
     * @param nobody  what is due and nobody has
     * @param squads  the teams that have members in these weeks
     * @param team    all together
     * @param slipped how many tickets slip
     * @param slips   the first fifty of them
     * @param known   false if the holidays up to the last week are not known
     */
    public record Load(LocalDate monday, List<Person> people, List<Week> nobody, List<Squad> squads, List<Week> team, long slipped, List<Slip> slips, boolean known) {
    }

    /** A team with what it has to do. */
    public record Squad(Long id, String name, List<Week> weeks) {
    }

    /** A technician with the kinds of tickets that he or she can work, none for all. */
    public record Person(Long id, String name, List<String> skills, List<Week> weeks) {
    }

    /**
     * A week.
     *
     * @param capacity working minutes
     * @param agreed   minutes of visits
     * @param due      usual minutes of tickets that are due and have no visit
     */
    public record Week(LocalDate monday, int capacity, int agreed, int due) {
        /** True if more is planned and due than the week holds. */
        public boolean over() {
            return agreed + due > capacity;
        }
    }

    /** Why a ticket slips. */
    public enum SlipReason {
        /** It was due before today. */
        OVERDUE,
        /** The week of who has it is full. */
        FULL,
        /** It is due within a week, and nobody has it. */
        NOBODY
    }

    /**
     * A ticket that will not be done in time.
     *
     * @param able technicians who could do it instead, at most five
     */
    public record Slip(Long ticketId, String no, String title, String school, String technician, LocalDate dueOn, Integer minutes, SlipReason why,
            List<String> able) {
    }
}
