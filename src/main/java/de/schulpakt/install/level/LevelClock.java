package de.schulpakt.install.level;

import de.schulpakt.identity.Role;
import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The levels' door for tickets: when something is due, and whether the clock stands. */
@ApplicationScoped
public class LevelClock {
    /** Id of the only row of working hours. */
    static final int HOURS = 1;

    @PersistenceContext
    EntityManager em;
    @Inject
    Holidays holidays;
    @Inject
    Clock clock;

    /**
     * When a ticket is due.
     *
     * @param responseAt null if no response is promised
     * @param solutionAt null if no solution is promised
     */
    public record Due(Instant responseAt, Instant solutionAt) {
    }

    /** When a ticket of this priority at a school is due whose clock began then and stood for so many working minutes; movable days of the school do not count. */
    public Due due(Priority priority, Instant began, int pausedMinutes, Long schoolId) {
        return due(priority, began, pausedMinutes, time(schoolId, began));
    }

    /** The same in a working time of {@link #times}. */
    public Due due(Priority priority, Instant began, int pausedMinutes, WorkingTime time) {
        ServiceLevel level = em.createQuery("select l from ServiceLevel l where l.priority = :priority", ServiceLevel.class)
                .setParameter("priority", priority).getSingleResult();
        return new Due(level.responseMinutes() == null ? null : time.plus(began, Duration.ofMinutes(level.responseMinutes())),
                level.solutionMinutes() == null ? null : time.plus(began, Duration.ofMinutes(level.solutionMinutes() + (long) pausedMinutes)));
    }

    /** Working minutes at a school from one instant to another. */
    public int minutes(Instant from, Instant to, Long schoolId) {
        return Math.toIntExact(time(schoolId, from).between(from, to).toMinutes());
    }

    /** The working time at schools from a day on, without their movable days; one statement for all of them, and the hours. */
    public Map<Long, WorkingTime> times(Collection<Long> schoolIds, LocalDate from) {
        WorkingTime usual = time();
        Map<Long, Set<LocalDate>> off = new HashMap<>();
        if (!schoolIds.isEmpty()) {
            Ask.of(em, Movable.class, """
                    select b.schoolId as schoolId, b.fromOn as fromOn, b.toOn as toOn from SiteBlock b
                    where b.schoolId in :schools and b.kind = de.schulpakt.install.planning.BlockKind.MOVABLE and b.toOn >= :from order by b.id""")
                    .set("schools", schoolIds).set("from", from).list()
                    .forEach(days -> days.fromOn().datesUntil(days.toOn().plusDays(1)).forEach(off.computeIfAbsent(days.schoolId(), id -> new HashSet<>())::add));
        }
        return schoolIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> off.containsKey(id)
                ? new WorkingTime(holidays, usual.opens(), usual.closes(), off.get(id)) : usual));
    }

    private WorkingTime time(Long schoolId, Instant from) {
        return times(List.of(schoolId), Clock.day(from)).get(schoolId);
    }

    /** Movable days of a school as they are read. */
    private record Movable(Long schoolId, LocalDate fromOn, LocalDate toOn) {
    }

    /** True if waiting for this stops the clock. */
    public boolean stops(WaitingReason reason) {
        return em.createQuery("select s.stops from ServiceStop s where s.reason = :reason", Boolean.class).setParameter("reason", reason)
                .getResultStream().findFirst().orElse(false);
    }

    /** Who is told when a time is broken: those who lead and are technicians still. */
    public List<Long> leads() {
        return Ask.of(em, Long.class, """
                select l.userId from ServiceLead l where l.userId in (select r.userId from RoleAssignment r where r.role = :role
                    and (r.lapsesAt is null or r.lapsesAt > :now)) order by l.userId""").set("role", Role.TECHNICIAN).set("now", clock.now()).list();
    }

    /** Work that was handed to a school before this instant, and that it has not accepted yet: the school is silent. */
    public Instant silentBefore(LocalDate today) {
        return time().plusDays(today, -em.find(ServiceHours.class, HOURS).silentDays()).atStartOfDay(Clock.ZONE).toInstant();
    }

    /** The working time as it is set now. */
    public WorkingTime time() {
        ServiceHours hours = em.find(ServiceHours.class, HOURS);
        return new WorkingTime(holidays, hours.opens(), hours.closes());
    }

    /** True if the holidays up to then are known. */
    public boolean known(Instant at) {
        return at == null || holidays.known(Clock.day(at));
    }
}
