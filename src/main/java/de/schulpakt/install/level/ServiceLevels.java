package de.schulpakt.install.level;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Set;

/** Setting the service levels; for administrators of the whole installation. */
@UseCases
public class ServiceLevels {
    private static final Ref STOPS = new Ref("ServiceStop", 1L, "1");
    private static final Ref LEADS = new Ref("ServiceLead", 1L, "1");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Other times of a priority, for clocks that are set from now on.
     *
     * @throws Refused {@code level.order} if a solution is promised before the response
     */
    public void change(@NotNull Priority priority, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        ServiceLevel level = em.createQuery("select l from ServiceLevel l where l.priority = :priority", ServiceLevel.class)
                .setParameter("priority", priority).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
        if (cmd.responseMinutes() != null && cmd.solutionMinutes() != null && cmd.solutionMinutes() < cmd.responseMinutes()) {
            throw new Refused("level.order", cmd.responseMinutes(), cmd.solutionMinutes());
        }
        level.change(cmd);
        history.record(level.ref(), LevelAction.CHANGE_LEVEL, Said.that("level.said", priority, cmd.responseMinutes(), cmd.solutionMinutes()));
    }

    /**
     * Other working hours.
     *
     * @throws Refused {@code level.hours} unless the day ends after it begins, and both lie by day
     */
    public void hours(@Valid Hours cmd) {
        guard.requireEverywhere(USER_ADMIN);
        ServiceHours hours = em.find(ServiceHours.class, LevelClock.HOURS, LockModeType.PESSIMISTIC_WRITE);
        // nobody works in the hour in which the clock changes
        if (!cmd.opens().isBefore(cmd.closes()) || cmd.opens().isBefore(LocalTime.of(4, 0))) {
            throw new Refused("level.hours", cmd.opens().toString(), cmd.closes().toString());
        }
        hours.change(cmd.version(), cmd.opens().withSecond(0).withNano(0), cmd.closes().withSecond(0).withNano(0),
                cmd.silentDays());
        history.record(hours.ref(), LevelAction.CHANGE_HOURS, Said.that("level.said_hours", cmd.opens().toString(), cmd.closes().toString())
                .and("level.said_silent", hours.silentDays()));
    }

    /** For whom waiting stops the clock, and for nobody else. */
    public void stops(@Valid Stops cmd) {
        guard.requireEverywhere(USER_ADMIN);
        em.createQuery("select s from ServiceStop s order by s.id", ServiceStop.class).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList().forEach(stop -> stop.stop(cmd.reasons().contains(stop.reason())));
        history.record(STOPS, LevelAction.CHANGE_STOPS, Said.that("level.said_stops", cmd.reasons().stream().sorted().toList()));
    }

    /**
     * Whether somebody is told when a time is broken.
     *
     * @throws Refused {@code level.no_technician} for who is no technician
     */
    public void lead(@NotNull Long userId, @Valid Lead cmd) {
        guard.requireEverywhere(USER_ADMIN);
        boolean technician = Ask.of(em, Long.class, "select count(r) from RoleAssignment r where r.userId = :user and r.role = :role"
                + " and (r.lapsesAt is null or r.lapsesAt > :now)").set("user", userId).set("role", Role.TECHNICIAN).set("now", clock.now()).one().orElse(0L) > 0;
        if (cmd.leads() && !technician) {
            throw new Refused("level.no_technician");
        }
        var before = em.createQuery("select l from ServiceLead l where l.userId = :user", ServiceLead.class).setParameter("user", userId)
                .getResultList();
        if (before.isEmpty() != cmd.leads()) {
            return;
        }
        if (cmd.leads()) {
            em.persist(new ServiceLead(userId));
        } else {
            before.forEach(em::remove);
        }
        history.record(LEADS, LevelAction.CHANGE_LEADS, Said.that(cmd.leads() ? "level.said_lead" : "level.said_lead_no", name(userId)));
    }

    private String name(Long userId) {
        return Ask.of(em, String.class, "select u.name from AppUser u where u.id = :id").set("id", userId).one().orElse("");
    }

    /**
     * Times of a priority in working minutes; null promises nothing.
     *
     * @param responseMinutes until somebody has it
     * @param solutionMinutes until it is solved
     */
    public record Change(@NotNull Integer version, @Min(5) @Max(100_000) Integer responseMinutes,
            @Min(5) @Max(100_000) Integer solutionMinutes) {
    }

    /**
     * When the working day begins and ends, in Berlin.
     *
     * @param silentDays working days after which a school that has not accepted counts as silent; null leaves them
     */
    public record Hours(@NotNull Integer version, @NotNull LocalTime opens, @NotNull LocalTime closes, @Min(1) @Max(250) Integer silentDays) {
    }

    /** For whom waiting stops the clock. */
    public record Stops(@NotNull Set<@NotNull WaitingReason> reasons) {
    }

    /** Whether somebody leads. */
    public record Lead(@NotNull Boolean leads) {
    }
}
