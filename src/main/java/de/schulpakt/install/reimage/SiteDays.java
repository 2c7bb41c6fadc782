package de.schulpakt.install.reimage;

import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** On which days nobody can come to a school, as the planning of visits knows it. Whoever calls has asked the guard for the school. */
@ApplicationScoped
class SiteDays {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Days from one to another, both included. */
    private record Span(LocalDate fromOn, LocalDate toOn) {
        boolean has(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** Days on which somebody is away. */
    private record Away(Long technicianId, LocalDate fromOn, LocalDate toOn) {
        boolean on(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /**
     * The days between two, both included, on which the school lets nobody in (exams, closed) or has no lessons (movable days, on which nobody hands anything in), or all technicians of the school are away. A school without
     * technicians waits for none. Three statements.
     */
    Set<LocalDate> shut(Long schoolId, LocalDate from, LocalDate to) {
        List<Span> blocks = Ask.of(em, Span.class, """
                select b.fromOn as fromOn, b.toOn as toOn from SiteBlock b where b.schoolId = :school and b.fromOn <= :last and b.toOn >= :first order by b.id""")
                .set("school", schoolId).set("first", from).set("last", to).list(MOST);
        List<Long> technicians = Ask.of(em, Long.class, """
                select u.id from AppUser u where u.active = true and u.id in (
                    select r.userId from RoleAssignment r where r.role = :role and (r.lapsesAt is null or r.lapsesAt > :now)
                        and (r.schoolId = :school or r.authorityId is null and r.schoolId is null
                            or r.authorityId = (select s.authorityId from School s where s.id = :school))) order by u.id""")
                .set("role", Role.TECHNICIAN).set("now", clock.now()).set("school", schoolId).list(MOST);
        List<Away> away = technicians.isEmpty() ? List.of() : Ask.of(em, Away.class, """
                select a.technicianId as technicianId, a.fromOn as fromOn, a.toOn as toOn from Absence a
                where a.technicianId in :technicians and a.fromOn <= :last and a.toOn >= :first order by a.id""").set("technicians", technicians)
                .set("first", from).set("last", to).list(MOST);
        Set<LocalDate> shut = new TreeSet<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            boolean nobody = !technicians.isEmpty() && technicians.stream().allMatch(one -> away.stream().anyMatch(a -> a.technicianId().equals(one) && a.on(day)));
            if (nobody || blocks.stream().anyMatch(block -> block.has(day))) {
                shut.add(day);
            }
        });
        return shut;
    }
}
