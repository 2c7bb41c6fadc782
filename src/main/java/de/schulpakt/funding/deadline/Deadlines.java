package de.schulpakt.funding.deadline;

import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Deadlines that somebody has seen to. */
@UseCases
public class Deadlines {
    /**
     * A deadline was kept.
     *
     * @param dueOn the day on which it is due, as the list says
     */
    public record Keep(@NotNull FundingDeadline kind, @NotNull Long subjectId, @NotNull LocalDate dueOn, @NotNull Long authorityId,
            @Size(max = 1000) String note) {
    }

    /** It was not: it is open again. */
    public record Reopen(@NotNull FundingDeadline kind, @NotNull Long subjectId, @NotNull LocalDate dueOn, @NotNull Long authorityId) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    DeadlineFinder finder;

    /**
     * Records that a deadline was kept, by the asker and now.
     *
     * @throws NotFound if the authority has no such deadline; {@code deadline_kept_once} by the database
     */
    public void keep(@Valid Keep cmd) {
        guard.requireAuthority(GRANT_DRAW, cmd.authorityId());
        boolean known = finder.of(finder.applicants(false, List.of(cmd.authorityId()))).stream().anyMatch(d -> d.kind() == cmd.kind() && d.subjectId().equals(cmd.subjectId())
                && d.on().equals(cmd.dueOn()));
        if (!known) {
            throw new NotFound("Deadline", cmd.subjectId());
        }
        em.persist(new DeadlineKept(cmd, actor.name(), clock.now()));
        em.flush();
    }

    /**
     * Opens a deadline again that was not kept after all; who had said so stays on record.
     *
     * @throws Refused {@code deadline.not_kept} if nobody says that it was
     */
    public void reopen(@Valid Reopen cmd) {
        guard.requireAuthority(GRANT_DRAW, cmd.authorityId());
        int changed = em.createQuery("update DeadlineKept k set k.live = null where k.kind = :kind and k.subjectId = :subject and k.dueOn = :on"
                        + " and k.authorityId = :authority and k.live = 1").setParameter("kind", cmd.kind()).setParameter("subject", cmd.subjectId())
                .setParameter("on", cmd.dueOn()).setParameter("authority", cmd.authorityId()).executeUpdate();
        if (changed == 0) {
            throw new Refused("deadline.not_kept", cmd.kind(), cmd.dueOn());
        }
    }
}
