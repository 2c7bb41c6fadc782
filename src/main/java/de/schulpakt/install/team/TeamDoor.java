package de.schulpakt.install.team;

import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The teams' door for tickets: which team may have one, and who of it is told. Its callers have asked the guard for the ticket. */
@ApplicationScoped
public class TeamDoor {
    private static final String TODAY = """
            select m.technicianId from TeamMember m where m.teamId = :team and m.fromOn <= :today and (m.toOn is null or m.toOn >= :today)
            and m.technicianId in (select r.userId from RoleAssignment r where r.role = :role and (r.lapsesAt is null or r.lapsesAt > :now))
            and m.technicianId in (select u.id from AppUser u where u.active = true)""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** A team that gets tickets of the schools of its authority. */
    public record Found(Long id, String name) {
    }

    /**
     * Locks a team to which a ticket of that school is given, so that it does not end meanwhile; before the ticket.
     *
     * @return empty if there is no such team, it has ended or is of another authority
     */
    public Optional<Found> taking(Long teamId, Long schoolId) {
        Team team = em.find(Team.class, teamId, LockModeType.PESSIMISTIC_WRITE);
        if (team == null || team.ended() || Ask.of(em, Long.class, "select count(s) from School s where s.id = :school and s.authorityId = :authority")
                .set("school", schoolId).set("authority", team.authorityId()).one().orElse(0L) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Found(team.id(), team.name()));
    }

    /** True if a team, which may be null, still gets tickets; locks it, so that it does not end meanwhile, and is asked before the ticket is locked. */
    public boolean goesOn(Long teamId) {
        Team team = teamId == null ? null : em.find(Team.class, teamId, LockModeType.PESSIMISTIC_WRITE);
        return team != null && !team.ended();
    }

    /** Who leads a team, which may be null: empty if nobody does who is a member today and a technician still. */
    public Optional<Long> lead(Long teamId) {
        return teamId == null ? Optional.empty() : today(TODAY + " and m.technicianId = (select t.leadId from Team t where t.id = :team)", teamId).stream().findFirst();
    }

    /** The members of a team today who are technicians still. */
    public List<Long> members(Long teamId) {
        return today(TODAY + " order by m.technicianId", teamId);
    }

    private List<Long> today(String question, Long teamId) {
        return Ask.of(em, Long.class, question).set("team", teamId).set("today", clock.today()).set("role", Role.TECHNICIAN).set("now", clock.now()).list();
    }
}
