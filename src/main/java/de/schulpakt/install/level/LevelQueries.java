package de.schulpakt.install.level;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about service levels. */
@Queries
public class LevelQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** All that is set. For administrators. */
    public View view() {
        guard.requireEverywhere(USER_ADMIN);
        ServiceHours hours = em.find(ServiceHours.class, LevelClock.HOURS);
        List<Level> levels = Ask.of(em, Level.class, """
                select l.priority as priority, l.version as version, l.responseMinutes as responseMinutes,
                    l.solutionMinutes as solutionMinutes from ServiceLevel l""").list().stream()
                .sorted(Comparator.comparing(Level::priority)).toList();
        Set<WaitingReason> stops = em.createQuery("select s.reason from ServiceStop s where s.stops = true", WaitingReason.class)
                .getResultStream().collect(Collectors.toSet());
        List<Person> people = Ask.of(em, Person.class, """
                select u.id as id, u.name as name, (select count(l) from ServiceLead l where l.userId = u.id) as led from AppUser u
                where u.active = true and u.id in (select r.userId from RoleAssignment r where r.role = :role and (r.lapsesAt is null or r.lapsesAt > :now))
                order by u.name, u.id""").set("role", Role.TECHNICIAN).set("now", clock.now()).list();
        return new View(hours.version(), hours.opens(), hours.closes(), hours.silentDays(), levels, stops, people);
    }

    /** The times of a priority in working minutes; null promises nothing. */
    public record Level(Priority priority, Integer version, Integer responseMinutes, Integer solutionMinutes) {
    }

    /** A technician, who may lead. */
    public record Person(Long id, String name, Long led) {
        /** True if told when a time is broken. */
        public boolean leads() {
            return led > 0;
        }
    }

    /**
     * All that is set.
     *
     * @param version of the hours
     * @param silentDays working days after which a school that has not accepted counts as silent
     * @param stops   for whom waiting stops the clock
     * @param people  the technicians
     */
    public record View(Integer version, LocalTime opens, LocalTime closes, Integer silentDays, List<Level> levels, Set<WaitingReason> stops, List<Person> people) {
    }
}
