package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** When a technician is away; everybody enters the own days, and who leads a team those of its members. */
@UseCases
public class Absences {
    private static final int LONGEST = 366;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    News news;

    /**
     * The asker is away on these days: no visit is agreed on them. Visits that are agreed already stay, and the week shows them.
     *
     * @return its id
     * @throws Refused {@code absence.order}; {@code absence.past}; {@code absence.long} beyond a year; {@code absence_once} by the
     *                 database if one begins on that day already
     */
    public Long add(@Valid Add cmd) {
        guard.requireForOneself(TICKET_WORK);
        return kept(actor.id(), cmd).id();
    }

    /**
     * A colleague is away, who may be ill and enter nothing: entered by who leads a team of which that one is a member today. The colleague is told.
     *
     * @return its id
     * @throws NotFound for who is in no team that the asker leads
     * @throws Refused  as {@link #add}
     */
    public Long addFor(@Valid AddFor cmd) {
        guard.requireForOneself(TICKET_WORK);
        led(cmd.technicianId(), new NotFound("AppUser", cmd.technicianId()));
        Absence absence = kept(cmd.technicianId(), new Add(cmd.fromOn(), cmd.toOn()));
        news.tellPerson(cmd.technicianId(), "message.absence_entered", new Ref("Absence", absence.id(), String.valueOf(cmd.fromOn())));
        return absence.id();
    }

    private Absence kept(Long technician, Add cmd) {
        if (cmd.toOn().isBefore(cmd.fromOn())) {
            throw new Refused("absence.order", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.toOn().isBefore(clock.today())) {
            throw new Refused("absence.past", cmd.toOn());
        }
        if (cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST)) || cmd.fromOn().isAfter(clock.today().plusYears(3))) {
            throw new Refused("absence.long");
        }
        Absence absence = new Absence(technician, cmd.fromOn(), cmd.toOn());
        em.persist(absence);
        em.flush();
        history.record(ref(absence), PlanningAction.ADD_ABSENCE, Said.that("said.absence", cmd.fromOn(), cmd.toOn()));
        return absence;
    }

    /** Lets pass for the own days, and for those of today's members of a team that the asker leads, being one of them. */
    private void led(Long technician, NotFound otherwise) {
        if (!technician.equals(actor.id()) && Ask.of(em, Long.class, """
                select count(m) from TeamMember m join Team t on t.id = m.teamId where m.technicianId = :technician and t.ended = false and t.leadId = :me
                and m.fromOn <= :today and (m.toOn is null or m.toOn >= :today) and exists (select o.id from TeamMember o where o.teamId = t.id and o.technicianId = :me
                and o.fromOn <= :today and (o.toOn is null or o.toOn >= :today))""").set("technician", technician).set("me", actor.id()).set("today", clock.today())
                .one().orElse(0L) == 0) {
            throw otherwise;
        }
    }

    /**
     * The asker is there after all, or a member of a team that the asker leads.
     *
     * @throws NotFound also for days of somebody else
     */
    public void remove(long id) {
        guard.requireForOneself(TICKET_WORK);
        Absence absence = Find.locked(em, Absence.class, id);
        led(absence.technicianId(), new NotFound("Absence", id));
        em.remove(absence);
        history.record(ref(absence), PlanningAction.REMOVE_ABSENCE, Said.that("said.absence", absence.fromOn(), absence.toOn()));
    }

    private static Ref ref(Absence absence) {
        return new Ref("Absence", absence.id(), String.valueOf(absence.id()));
    }

    /**
     * Days away of a colleague.
     *
     * @param toOn the last day
     */
    public record AddFor(@NotNull Long technicianId, @NotNull LocalDate fromOn, @NotNull LocalDate toOn) {
    }

    /**
     * Days away.
     *
     * @param toOn the last day
     */
    public record Add(@NotNull LocalDate fromOn, @NotNull LocalDate toOn) {
    }
}
