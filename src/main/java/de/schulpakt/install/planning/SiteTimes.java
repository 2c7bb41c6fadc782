package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_OPEN;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketLevels;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;

/** When technicians can come to a school: its people and the technicians say so. */
@UseCases
public class SiteTimes {
    private static final int LONGEST = 366;

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
    TicketLevels clocks;

    /**
     * Nobody comes on these days, or, of movable days, there are no lessons and the clocks of the school's tickets stand. Visits that are agreed already stay, and the
     * page names them.
     *
     * @return its id
     * @throws Refused {@code site.order}; {@code site.past}; {@code site.long} beyond a year or more than three years ahead; {@code site_block_once} by
     *                 the database
     */
    public Long block(long schoolId, @Valid Block cmd) {
        guard.require(TICKET_OPEN, schoolId);
        schools.mustBeThere(schoolId);
        if (cmd.toOn().isBefore(cmd.fromOn())) {
            throw new Refused("site.order", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.toOn().isBefore(clock.today())) {
            throw new Refused("site.past", cmd.toOn());
        }
        if (cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST)) || cmd.fromOn().isAfter(clock.today().plusYears(3))) {
            throw new Refused("site.long");
        }
        SiteBlock block = new SiteBlock(schoolId, cmd);
        em.persist(block);
        em.flush();
        if (!cmd.kind().blocks()) {
            clocks.daysChanged(schoolId);
        }
        history.record(school(schoolId), PlanningAction.BLOCK, Said.that("said.block", cmd.kind(), cmd.fromOn(), cmd.toOn()));
        return block.id();
    }

    /** One can come on these days after all. */
    public void unblock(long blockId) {
        SiteBlock block = Find.locked(em, SiteBlock.class, blockId);
        try {
            guard.require(TICKET_OPEN, block.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("SiteBlock", blockId);
        }
        em.remove(block);
        if (!block.kind().blocks()) {
            em.flush();
            clocks.daysChanged(block.schoolId());
        }
        history.record(school(block.schoolId()), PlanningAction.UNBLOCK, Said.that("said.block", block.kind(), block.fromOn(), block.toOn()));
    }

    /**
     * Within which hours somebody is there, e.g. the caretaker; none at all: at any hour.
     *
     * @throws Refused {@code site.hours} unless they are two, the first the earlier one
     */
    public void hours(long schoolId, @Valid Hours cmd) {
        guard.require(TICKET_OPEN, schoolId);
        schools.mustBeThere(schoolId);
        if ((cmd.opens() == null) != (cmd.closes() == null) || cmd.opens() != null && !cmd.opens().isBefore(cmd.closes())) {
            throw new Refused("site.hours");
        }
        SiteHours hours = em.createQuery("select h from SiteHours h where h.schoolId = :school", SiteHours.class).setParameter("school", schoolId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseGet(() -> new SiteHours(schoolId));
        hours.seen(cmd.version());
        if (cmd.opens() != null) {
            hours.set(cmd.opens(), cmd.closes());
            em.persist(hours);
        } else if (hours.kept()) {
            em.remove(hours);
        } else {
            return;
        }
        em.flush();
        history.record(school(schoolId), PlanningAction.SET_HOURS, Said.that("said.hours", clock(cmd.opens()), clock(cmd.closes())));
    }

    private static String clock(LocalTime time) {
        return time == null ? "-" : TechnicianTime.TIME.format(time);
    }

    private static Ref school(Long schoolId) {
        return new Ref("School", schoolId, String.valueOf(schoolId)).ofSchool(schoolId);
    }

    /**
     * Days on which nobody comes.
     *
     * @param toOn the last day
     */
    public record Block(@NotNull BlockKind kind, @NotNull LocalDate fromOn, @NotNull LocalDate toOn) {
    }

    /**
     * Hours of a day.
     *
     * @param version null if nothing was said before
     */
    public record Hours(Integer version, LocalTime opens, LocalTime closes) {
    }
}
