package de.schulpakt.install.worker;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may take tickets and work on them, as their kinds say; the guard has been asked for the permission before. */
@ApplicationScoped
public class Workers {
    private static final String FITTING = """
            select t.id from Ticket t join TicketKind k on k.id = t.kindId join School s on s.id = t.schoolId where t.id in :ids and (k.workers = :all
                or k.workers = :skill and exists (select x.id from TechnicianSkill x where x.technicianId = :person and x.kindCode = k.code)
                or k.workers = :team and exists (select m.id from TeamMember m, Team w where w.id = m.teamId and m.technicianId = :person and w.name = k.team
                    and w.authorityId = s.authorityId and w.ended = false and m.fromOn <= :today and (m.toOn is null or m.toOn >= :today))
                or k.workers = :office and exists (select r.id from RoleAssignment r where r.userId = :person and r.role = :role and r.schoolId is null
                    and (r.authorityId is null or r.authorityId = s.authorityId) and (r.lapsesAt is null or r.lapsesAt > :now)))""";
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Who works on the tickets of a kind. */
    private record Who(KindWorkers workers, String team, String no) {
    }

    /** Those of the tickets that this person may take and work on; one statement. */
    public Set<Long> fitting(Collection<Long> tickets, Long person) {
        if (tickets.isEmpty() || person == null) {
            return Set.of();
        }
        return new HashSet<>(Ask.of(em, Long.class, FITTING).set("ids", tickets).set("person", person).set("all", KindWorkers.TECHNICIANS).set("skill", KindWorkers.SKILL)
                .set("team", KindWorkers.TEAM).set("office", KindWorkers.OFFICE).set("role", Role.TECHNICIAN).set("today", clock.today()).set("now", clock.now()).list());
    }

    /**
     * Makes sure that a person may work on a ticket.
     *
     * @throws Refused {@code ticket.workers_team}, {@code ticket.workers_skill}, {@code ticket.workers_office}
     */
    public void demand(Long ticket, Long person) {
        if (fitting(List.of(ticket), person).isEmpty()) {
            Who who = Ask.of(em, Who.class, "select k.workers as workers, k.team as team, t.no as no from Ticket t join TicketKind k on k.id = t.kindId where t.id = :id")
                    .set("id", ticket).one().orElseThrow();
            throw switch (who.workers()) {
                case TEAM -> new Refused("ticket.workers_team", who.no(), who.team());
                case SKILL -> new Refused("ticket.workers_skill", who.no());
                case OFFICE, TECHNICIANS -> new Refused("ticket.workers_office", who.no());
            };
        }
    }
}
