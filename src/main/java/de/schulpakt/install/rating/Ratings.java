package de.schulpakt.install.rating;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Giving, changing and taking back what the school thinks of work that it has accepted. */
@UseCases
public class Ratings {
    /** States in which work can be rated. */
    static final Set<TicketState> DONE = EnumSet.of(TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS, TicketState.CLOSED);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Tickets tickets;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * The school accepts the work and says what it thinks of it; refused and done as {@link Tickets#accept}.
     *
     * @throws Refused as {@link Tickets#accept}
     */
    public void accept(long ticketId, @Valid Accept cmd) {
        guard.require(TICKET_ACCEPT, work(ticketId).schoolId());
        tickets.accept(ticketId, new Tickets.Step(cmd.version(), cmd.note()));
        if (cmd.stars() != null) {
            em.flush();
            rate(ticketId, new Rate(cmd.stars(), cmd.word()));
        }
    }

    /**
     * Says what the school thinks; who sends another one changes it.
     *
     * @throws Refused {@code rating.not_accepted} unless the work is accepted or closed
     */
    public void rate(long ticketId, @Valid Rate cmd) {
        Work work = work(ticketId);
        guard.require(TICKET_ACCEPT, work.schoolId());
        if (!DONE.contains(work.state())) {
            throw new Refused("rating.not_accepted", work.no());
        }
        TicketRating rating = of(ticketId).stream().findFirst().orElseGet(() -> new TicketRating(ticketId));
        rating.says(cmd.stars(), cmd.word(), clock.today());
        em.persist(rating);
        em.flush();
        history.record(new Ref("Ticket", ticketId, work.no()).ofSchool(work.schoolId()), RatingAction.RATE);
    }

    /**
     * Takes it back.
     *
     * @throws Refused {@code rating.none} if there is none
     */
    public void withdraw(long ticketId, @Valid Withdraw cmd) {
        Work work = work(ticketId);
        guard.require(TICKET_ACCEPT, work.schoolId());
        TicketRating rating = of(ticketId).stream().findFirst().orElseThrow(() -> new Refused("rating.none", work.no()));
        em.remove(rating);
        history.record(new Ref("Ticket", ticketId, work.no()).ofSchool(work.schoolId()), RatingAction.UNRATE, Said.words(cmd.reason()));
    }

    private List<TicketRating> of(long ticketId) {
        return em.createQuery("select r from TicketRating r where r.ticketId = :ticket", TicketRating.class).setParameter("ticket", ticketId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private Work work(long ticketId) {
        return Ask.of(em, Work.class, "select t.no as no, t.schoolId as schoolId, t.state as state from Ticket t where t.id = :id").set("id", ticketId).one()
                .orElseThrow(() -> new NotFound("Ticket", ticketId));
    }

    private record Work(String no, Long schoolId, TicketState state) {
    }

    /**
     * The school accepts.
     *
     * @param note  may be null
     * @param stars what it thinks of the work, 1 (bad) to 5 (very good), null to say nothing
     * @param word  in a word, may be null; names nobody
     */
    public record Accept(@NotNull Integer version, @Size(max = 2000) String note, @Min(1) @Max(5) Integer stars, @Size(max = 200) String word) {
    }

    /**
     * What the school thinks.
     *
     * @param stars 1 (bad) to 5 (very good)
     * @param word  in a word, may be null; names nobody
     */
    public record Rate(@NotNull @Min(1) @Max(5) Integer stars, @Size(max = 200) String word) {
    }

    /** It thinks nothing after all. */
    public record Withdraw(@NotBlank @Size(max = 500) String reason) {
    }
}
