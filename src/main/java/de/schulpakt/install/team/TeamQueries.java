package de.schulpakt.install.team;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about teams. */
@Queries
public class TeamQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * One team with its members and its history. For who works within the offices of its authority.
     *
     * @throws NotFound if there is none, or the asker may not see it
     */
    public View view(long id) {
        Read team = Ask.of(em, Read.class, """
                select t.version as version, t.authorityId as authorityId, a.name as authority, t.name as name, t.leadId as leadId, u.name as lead, t.ended as ended
                from Team t join Authority a on a.id = t.authorityId left join AppUser u on u.id = t.leadId where t.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Team", id));
        if (!guard.mayAuthority(INTERNAL_VIEW, team.authorityId())) {
            throw new NotFound("Team", id);
        }
        guard.requireAuthority(INTERNAL_VIEW, team.authorityId());
        List<Member> members = Ask.of(em, Member.class, """
                select m.id as id, m.version as version, m.technicianId as technicianId, u.name as name, m.fromOn as fromOn, m.toOn as toOn
                from TeamMember m join AppUser u on u.id = m.technicianId where m.teamId = :team order by u.name, m.fromOn, m.id""").set("team", id).list();
        boolean writes = guard.mayAuthority(TICKET_WORK, team.authorityId());
        return new View(id, team.version(), team.authorityId(), team.authority(), team.name(), team.leadId(), team.lead(), team.ended(), writes, members,
                writes ? candidates(team.authorityId()) : List.of(), writes ? others(id, team.authorityId()) : List.of(), clock.today(), history.of("Team", id));
    }

    /** The teams that may get a ticket of a school, by name. For its technicians. */
    public List<Named> of(long schoolId) {
        guard.require(TICKET_WORK, schoolId);
        return Ask.of(em, Named.class, """
                select t.id as id, t.name as name from Team t, School s where s.id = :school and t.authorityId = s.authorityId and t.ended = false
                order by t.name, t.id""").set("school", schoolId).list();
    }

    /** The teams of the asker's offices, by name, those that have ended last; for filters. None for who belongs to no office. */
    public List<Named> mine() {
        if (!guard.may(INTERNAL_VIEW)) {
            return List.of();
        }
        Scope scope = guard.scope(INTERNAL_VIEW);
        var condition = scope.ofAuthority("t.authorityId");
        return condition.bind(Ask.of(em, Named.class, "select t.id as id, t.name as name from Team t" + condition.where() + " order by t.ended, t.name, t.id")).list();
    }

    private List<Named> others(Long id, Long authority) {
        return Ask.of(em, Named.class, "select t.id as id, t.name as name from Team t where t.authorityId = :authority and t.ended = false and t.id <> :id order by t.name, t.id")
                .set("authority", authority).set("id", id).list();
    }

    /** The active technicians of an authority and its schools. Its callers have asked the guard. */
    List<Named> candidates(Long authority) {
        return Ask.of(em, Named.class, """
                select u.id as id, u.name as name from AppUser u where u.active = true and u.id in (
                    select r.userId from RoleAssignment r where r.role = :role and (r.authorityId = :authority or r.schoolId is null and r.authorityId is null
                        or r.schoolId in (select s.id from School s where s.authorityId = :authority)) and (r.lapsesAt is null or r.lapsesAt > :now))
                order by u.name, u.id""").set("role", Role.TECHNICIAN).set("authority", authority).set("now", clock.now()).list();
    }

    private record Read(Integer version, Long authorityId, String authority, String name, Long leadId, String lead, Boolean ended) {
    }

    /** Somebody or a team. */
    public record Named(Long id, String name) {
    }

    /**
     * Somebody who belongs to a team.
     *
     * @param toOn last day, null until further notice
     */
    public record Member(Long id, Integer version, Long technicianId, String name, LocalDate fromOn, LocalDate toOn) {
        /** True if a member on that day. */
        public boolean on(LocalDate day) {
            return !fromOn.isAfter(day) && (toOn == null || !toOn.isBefore(day));
        }
    }

    /**
     * A team with what its page shows.
     *
     * @param leadId     who leads, null for nobody
     * @param writes     true if the asker may change it
     * @param candidates technicians who can join, for who may change it
     * @param others     teams that can go on with its tickets, for who may change it
     * @param timeline   who did what, newest first
     */
    public record View(Long id, Integer version, Long authorityId, String authority, String name, Long leadId, String lead, Boolean ended, boolean writes,
            List<Member> members, List<Named> candidates, List<Named> others, LocalDate today, List<HistoryEntry> timeline) {
        /** True if the lead is a member today, and is told. */
        public boolean leads() {
            return leadId != null && members.stream().anyMatch(one -> one.technicianId().equals(leadId) && one.on(today));
        }

        /** The members of today, each once. */
        public List<Member> present() {
            return members.stream().filter(one -> one.on(today)).toList();
        }
    }
}
