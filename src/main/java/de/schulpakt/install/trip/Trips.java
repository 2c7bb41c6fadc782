package de.schulpakt.install.trip;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Going to a school once for several tickets. */
@UseCases
public class Trips {
    private static final int LONGEST = 600;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    Tickets tickets;
    @Inject
    Visits visits;

    /** A ticket of a trip. */
    private record Work(Long id, Long schoolId, TicketState state, Integer minutes) {
    }

    /** A ticket of a trip, as the asker saw it, and when it is its turn. */
    private record Stop(Work work, Integer version, Instant at) {
    }

    /**
     * Agrees a visit for each of these tickets, one after the other in the order in which they are sent; those that nobody has are taken.
     *
     * @return when the trip ends
     * @throws NotFound if one is no ticket of this school
     * @throws Refused  {@code trip.twice} if one is named twice; {@code trip.long} for more than ten hours; as {@link Tickets#take} and
     *                  {@link Visits#schedule}
     */
    public Instant agree(long schoolId, @Valid Agree cmd) {
        guard.require(TICKET_WORK, schoolId);
        if (cmd.tickets().stream().map(Seen::id).distinct().count() < cmd.tickets().size()) {
            throw new Refused("trip.twice");
        }
        visits.begin();
        List<Work> works = new ArrayList<>();
        for (Seen seen : cmd.tickets()) {
            works.add(Ask.of(em, Work.class, """
                    select t.id as id, t.schoolId as schoolId, t.state as state, k.minutes as minutes from Ticket t join TicketKind k on k.id = t.kindId
                    where t.id = :id""").set("id", seen.id()).one().filter(work -> work.schoolId().equals(schoolId))
                    .orElseThrow(() -> new NotFound("Ticket", seen.id())));
        }
        int minutes = works.stream().mapToInt(Work::minutes).sum();
        if (minutes > LONGEST) {
            throw new Refused("trip.long", minutes, LONGEST);
        }
        Instant at = cmd.startsAt();
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            stops.add(new Stop(works.get(i), cmd.tickets().get(i).version(), at));
            at = at.plus(Duration.ofMinutes(works.get(i).minutes()));
        }
        // two trips at once meet at the lowest ticket, whatever order they go in
        stops.sort(Comparator.comparing(stop -> stop.work().id()));
        for (Stop stop : stops) {
            Work work = stop.work();
            Integer version = stop.version();
            if (work.state() == TicketState.OPEN) {
                tickets.take(work.id(), new Tickets.Step(version, null));
                em.flush();
                version = Ask.of(em, Integer.class, "select t.version from Ticket t where t.id = :id").set("id", work.id()).one().orElseThrow();
            }
            visits.schedule(work.id(), new Visits.Schedule(version, stop.at(), work.minutes(), cmd.contact(), null));
        }
        return at;
    }

    /** How one gets into a school, for all technicians. */
    public void access(long schoolId, @Valid Access cmd) {
        guard.require(TICKET_WORK, schoolId);
        schools.mustBeThere(schoolId);
        SchoolAccess access = em.createQuery("select x from SchoolAccess x where x.schoolId = :school", SchoolAccess.class).setParameter("school", schoolId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseGet(() -> new SchoolAccess(schoolId));
        access.change(cmd.version(), blank(cmd.keys()), blank(cmd.hours()));
        em.persist(access);
        em.flush();
        history.record(new Ref("School", schoolId, String.valueOf(schoolId)).ofSchool(schoolId), TripAction.SET_ACCESS,
                Said.that("said.access", blank(cmd.keys()) == null ? "-" : blank(cmd.keys()), blank(cmd.hours()) == null ? "-" : blank(cmd.hours())));
    }

    private static String blank(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A ticket as the asker saw it. */
    public record Seen(@NotNull Long id, @NotNull Integer version) {
    }

    /**
     * A trip.
     *
     * @param contact function on site with its hours; no private data; may be null
     */
    public record Agree(@NotNull Instant startsAt, @NotEmpty @Size(max = 20) List<@NotNull @Valid Seen> tickets, @Size(max = 200) String contact) {
    }

    /**
     * How one gets in.
     *
     * @param version null if nothing was said before
     * @param keys    where they are and who opens, by function; no private data; may be null
     * @param hours   when somebody is there, may be null
     */
    public record Access(Integer version, @Size(max = 500) String keys, @Size(max = 200) String hours) {
    }
}
