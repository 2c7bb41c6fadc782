package de.schulpakt.funding.snapshot;

import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** Keeps the figures of key dates. */
@UseCases
public class Snapshots {
    /** The figures of a day that is over are kept. */
    public record Take(@NotNull Long programmeId, @NotNull Long authorityId, @NotNull LocalDate day) {
    }

    /** So far back the job looks for key dates on which no server ran. */
    private static final int BACK = 60;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    FigureFinder finder;
    @Inject
    ProgrammeQueries programmes;

    /**
     * Keeps the figures of a day.
     *
     * @return id of the snapshot
     * @throws Refused  {@code snapshot.not_over} for today and later; {@code snapshot_once} by the database
     * @throws NotFound if the authority has no money of the programme on that day
     */
    public Long take(@Valid Take cmd) {
        guard.requireAuthority(GRANT_DRAW, cmd.authorityId());
        if (!cmd.day().isBefore(clock.today())) {
            throw new Refused("snapshot.not_over", cmd.day());
        }
        return keep(cmd.programmeId(), cmd.authorityId(), cmd.day());
    }

    /**
     * Keeps the figures of all key dates that are over and not kept yet.
     *
     * @return how many
     */
    @Unguarded("The job takes what is due; it tells nobody anything.")
    public int takeDue() {
        LocalDate today = clock.today();
        int taken = 0;
        for (ProgrammeQueries.Days days : programmes.reportDays()) {
            for (MonthDay day : days.days()) {
                for (LocalDate on : List.of(day.atYear(today.getYear() - 1), day.atYear(today.getYear()))) {
                    if (on.isBefore(today) && !on.isBefore(today.minusDays(BACK))) {
                        for (Long authority : waiting(days.programmeId(), on)) {
                            keep(days.programmeId(), authority, on);
                            taken++;
                        }
                    }
                }
            }
        }
        return taken;
    }

    /** Authorities with money on that day whose figures are not kept. */
    private List<Long> waiting(long programmeId, LocalDate day) {
        return Ask.of(em, Long.class, """
                select distinct a.authorityId from Posting p join Budget b on b.id = p.budgetId join Application a on a.id = b.applicationId
                where a.programmeId = :programme and p.at < :end and not exists (
                    select s.id from Snapshot s where s.programmeId = a.programmeId and s.authorityId = a.authorityId and s.keyOn = :day)""")
                .set("programme", programmeId).set("day", day).set("end", day.plusDays(1).atStartOfDay(Clock.ZONE).toInstant()).list();
    }

    private Long keep(long programmeId, long authorityId, LocalDate day) {
        List<FigureQueries.Line> lines = finder.of(programmeId, authorityId, day);
        if (lines.isEmpty()) {
            throw new NotFound("Programme", programmeId);
        }
        Snapshot snapshot = new Snapshot(programmeId, authorityId, day, Figures.of(lines), actor.name(), clock.now());
        em.persist(snapshot);
        em.flush();
        lines.forEach(line -> em.persist(new SnapshotLine(snapshot.id(), line)));
        em.flush();
        return snapshot.id();
    }
}
