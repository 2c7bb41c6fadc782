package de.schulpakt.install.team;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Founding, changing and ending teams; for technicians of the authority. */
@UseCases
public class Teams {
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 10;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    TeamQueries queries;
    @Inject
    Event<Over> over;

    /**
     * Founds a team without members.
     *
     * @return its id
     * @throws Refused {@code work_team_name_once} by the database
     */
    public Long found(@Valid Found cmd) {
        guard.requireAuthority(TICKET_WORK, cmd.authorityId());
        schools.authorityMustBeThere(cmd.authorityId());
        Team team = new Team(cmd.authorityId(), cmd.name());
        em.persist(team);
        em.flush();
        history.record(team.ref(), TeamAction.FOUND);
        return team.id();
    }

    /**
     * Another name.
     *
     * @throws Refused {@code work_team_name_once} by the database
     */
    public void rename(long id, @Valid Rename cmd) {
        Team team = mine(id);
        String before = team.name();
        team.rename(cmd.version(), cmd.name());
        em.flush();
        history.record(team.ref(), TeamAction.RENAME, Said.that("said.team_renamed", before, team.name()));
    }

    /**
     * A technician belongs to it from a day on.
     *
     * @return id of the membership
     * @throws Refused {@code team.over}; {@code team.no_technician} for who works no tickets of the authority; {@code team.days}; {@code team.far};
     *                 {@code team.twice} if a member on one of these days already
     */
    public Long join(long id, @Valid Join cmd) {
        Team team = goingOn(id);
        String name = queries.candidates(team.authorityId()).stream().filter(one -> one.id().equals(cmd.technicianId())).findFirst()
                .orElseThrow(() -> new Refused("team.no_technician")).name();
        free(team.id(), cmd.technicianId(), -1L, cmd.fromOn(), cmd.toOn());
        TeamMember member = new TeamMember(team.id(), cmd.technicianId(), cmd.fromOn(), cmd.toOn());
        em.persist(member);
        em.flush();
        history.record(team.ref(), TeamAction.JOIN, said(name, cmd.fromOn(), cmd.toOn()));
        return member.id();
    }

    /**
     * Other days of a member, which is how one leaves, too.
     *
     * @throws Refused as {@link #join}
     */
    public void change(long memberId, @Valid Days cmd) {
        TeamMember member = Find.locked(em, TeamMember.class, memberId);
        Team team = mine(member.teamId());
        member.seen(cmd.version());
        free(team.id(), member.technicianId(), memberId, cmd.fromOn(), cmd.toOn());
        member.belongs(cmd.fromOn(), cmd.toOn());
        em.flush();
        history.record(team.ref(), TeamAction.CHANGE_DAYS, said(name(member), cmd.fromOn(), cmd.toOn()).andWords(cmd.reason()));
    }

    /** A membership that was written by mistake is taken out. */
    public void remove(long memberId, @Valid Why cmd) {
        TeamMember member = Find.locked(em, TeamMember.class, memberId);
        Team team = mine(member.teamId());
        member.seen(cmd.version());
        String name = name(member);
        em.remove(member);
        history.record(team.ref(), TeamAction.REMOVE_MEMBER, Said.that("said.team_member", name).andWords(cmd.reason()));
    }

    /**
     * Who leads it, or nobody.
     *
     * @throws Refused {@code team.over}; {@code team.lead_no_member} for who is no member today
     */
    public void lead(long id, @Valid Lead cmd) {
        Team team = goingOn(id);
        if (cmd.technicianId() == null) {
            team.lead(cmd.version(), null);
            history.record(team.ref(), TeamAction.LEAD, Said.that("said.team_no_lead"));
            return;
        }
        String name = Ask.of(em, String.class, """
                select u.name from AppUser u where u.id = :technician and exists (select m.id from TeamMember m where m.technicianId = u.id and m.teamId = :team
                    and m.fromOn <= :today and (m.toOn is null or m.toOn >= :today))""").set("technician", cmd.technicianId()).set("team", id)
                .set("today", clock.today()).one().orElseThrow(() -> new Refused("team.lead_no_member"));
        team.lead(cmd.version(), cmd.technicianId());
        history.record(team.ref(), TeamAction.LEAD, Said.that("said.team_member", name));
    }

    /**
     * It gets no tickets any more; what is not done goes to another team or stays with its technician alone.
     *
     * @throws Refused {@code team.over} if it is; {@code team.successor} for the team itself, one that has ended and one of another authority
     */
    public void end(long id, @Valid End cmd) {
        Team next = cmd.successorId() == null || cmd.successorId() >= id ? null : em.find(Team.class, cmd.successorId(), LockModeType.PESSIMISTIC_WRITE);
        Team team = goingOn(id);
        if (cmd.successorId() != null) {
            // the team with the lower id is locked first
            next = next == null && cmd.successorId() > id ? em.find(Team.class, cmd.successorId(), LockModeType.PESSIMISTIC_WRITE) : next;
            if (next == null || next.ended() || !next.authorityId().equals(team.authorityId())) {
                throw new Refused("team.successor");
            }
        }
        team.end(cmd.version(), true);
        em.flush();
        history.record(team.ref(), TeamAction.END, (next == null ? Said.NOTHING : Said.that("said.team_successor", next.name())).andWords(cmd.reason()));
        over.fire(new Over(id, team.name(), cmd.successorId(), next == null ? null : next.name()));
    }

    /**
     * It gets tickets again.
     *
     * @throws Refused {@code team.running} if it does
     */
    public void resume(long id, @Valid Why cmd) {
        Team team = mine(id);
        if (!team.ended()) {
            throw new Refused("team.running", team.name());
        }
        team.end(cmd.version(), false);
        history.record(team.ref(), TeamAction.RESUME, Said.words(cmd.reason()));
    }

    private Team mine(long id) {
        Team team = Find.locked(em, Team.class, id);
        guard.requireAuthority(TICKET_WORK, team.authorityId());
        return team;
    }

    private Team goingOn(long id) {
        Team team = mine(id);
        if (team.ended()) {
            throw new Refused("team.over", team.name());
        }
        return team;
    }

    private String name(TeamMember member) {
        return Ask.of(em, String.class, "select u.name from AppUser u where u.id = :id").set("id", member.technicianId()).one().orElse("-");
    }

    private void free(Long team, Long technician, Long member, LocalDate from, LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new Refused("team.days", from, to);
        }
        LocalDate today = clock.today();
        if (from.isBefore(today.minusYears(FAR)) || from.isAfter(today.plusYears(FAR)) || to != null && to.isAfter(today.plusYears(FAR))) {
            throw new Refused("team.far", FAR);
        }
        Ask.of(em, LocalDate.class, """
                select m.fromOn from TeamMember m where m.teamId = :team and m.technicianId = :technician and m.id <> :member and m.fromOn <= :last
                and (m.toOn is null or m.toOn >= :first) order by m.fromOn""").set("team", team).set("technician", technician).set("member", member)
                .set("last", to == null ? LocalDate.of(9999, 12, 31) : to).set("first", from).first().ifPresent(since -> {
                    throw new Refused("team.twice", since);
                });
    }

    private static Said said(String name, LocalDate from, LocalDate to) {
        return to == null ? Said.that("said.team_from", name, from) : Said.that("said.team_days", name, from, to);
    }

    /** A new team of an authority. */
    public record Found(@NotNull Long authorityId, @NotBlank @Size(max = 80) String name) {
    }

    /** Its other name. */
    public record Rename(@NotNull Integer version, @NotBlank @Size(max = 80) String name) {
    }

    /**
     * A new member.
     *
     * @param toOn last day, null until further notice
     */
    public record Join(@NotNull Long technicianId, @NotNull LocalDate fromOn, LocalDate toOn) {
    }

    /**
     * Other days of a member.
     *
     * @param version of the membership
     * @param toOn    last day, null until further notice
     */
    public record Days(@NotNull Integer version, @NotNull LocalDate fromOn, LocalDate toOn, @NotBlank @Size(max = 500) String reason) {
    }

    /** Done for a reason, to what was seen in this version. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 500) String reason) {
    }

    /**
     * Who leads.
     *
     * @param technicianId a member today, null for nobody
     */
    public record Lead(@NotNull Integer version, Long technicianId) {
    }

    /**
     * The end of a team.
     *
     * @param successorId the team that gets its unfinished tickets, null for none
     */
    public record End(@NotNull Integer version, Long successorId, @NotBlank @Size(max = 500) String reason) {
    }

    /**
     * A team has ended; told in its transaction.
     *
     * @param successorId the team that goes on with its tickets, null for none
     */
    public record Over(Long id, String name, Long successorId, String successor) {
    }
}
