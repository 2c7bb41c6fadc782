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
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** When a technician is away; everybody enters the own days. */
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

    /**
     * The asker is away on these days: no visit is agreed on them. Visits that are agreed already stay, and the week shows them.
     *
     * @return its id
     * @throws Refused {@code absence.order}; {@code absence.past}; {@code absence.long} beyond a year; {@code absence_once} by the
     *                 database if one begins on that day already
     */
    public Long add(@Valid Add cmd) {
        guard.requireForOneself(TICKET_WORK);
        if (cmd.toOn().isBefore(cmd.fromOn())) {
            throw new Refused("absence.order", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.toOn().isBefore(clock.today())) {
            throw new Refused("absence.past", cmd.toOn());
        }
        if (cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST)) || cmd.fromOn().isAfter(clock.today().plusYears(3))) {
            throw new Refused("absence.long");
        }
        Absence absence = new Absence(actor.id(), cmd.fromOn(), cmd.toOn());
        em.persist(absence);
        em.flush();
        history.record(ref(absence), PlanningAction.ADD_ABSENCE, Said.that("said.absence", cmd.fromOn(), cmd.toOn()));
        return absence.id();
    }

    /**
     * The asker is there after all.
     *
     * @throws NotFound also for days of somebody else
     */
    public void remove(long id) {
        guard.requireForOneself(TICKET_WORK);
        Absence absence = Find.locked(em, Absence.class, id);
        if (!absence.technicianId().equals(actor.id())) {
            throw new NotFound("Absence", id);
        }
        em.remove(absence);
        history.record(ref(absence), PlanningAction.REMOVE_ABSENCE, Said.that("said.absence", absence.fromOn(), absence.toOn()));
    }

    private static Ref ref(Absence absence) {
        return new Ref("Absence", absence.id(), String.valueOf(absence.id()));
    }

    /**
     * Days away.
     *
     * @param toOn the last day
     */
    public record Add(@NotNull LocalDate fromOn, @NotNull LocalDate toOn) {
    }
}
