package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Dates that a technician offers a school, of which it picks one. */
@UseCases
public class Slots {
    private static final Set<TicketState> OPEN = EnumSet.of(TicketState.PLANNED, TicketState.SCHEDULED);

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
    @Inject
    Tickets tickets;
    @Inject
    Visits visits;
    @Inject
    TechnicianTime time;

    /** What is to be known of a ticket. */
    private record Work(String no, Long schoolId, TicketState state, Long assigneeId, String assignee) {
    }

    /** A date that was offered. */
    private record Offered(Long schoolId, Long technicianId, Instant startsAt, Integer minutes) {
    }

    /**
     * Offers the school dates for a ticket that the asker has; those that were offered before are withdrawn. The school is told.
     *
     * @throws Refused {@code ticket.of_other}; {@code slot.not_now} unless a visit can be agreed in this state; {@code slot.twice} if
     *                 two dates begin together; as {@link Visits#schedule} for each date
     */
    public void offer(long ticketId, @Valid Offer cmd) {
        Work ticket = work(ticketId);
        guard.require(TICKET_WORK, ticket.schoolId());
        if (!actor.id().equals(ticket.assigneeId())) {
            throw new Refused("ticket.of_other", ticket.no(), ticket.assignee() == null ? "-" : ticket.assignee());
        }
        if (!OPEN.contains(ticket.state())) {
            throw new Refused("slot.not_now", ticket.no());
        }
        if (cmd.slots().stream().map(Slot::startsAt).distinct().count() < cmd.slots().size()) {
            throw new Refused("slot.twice");
        }
        time.lock(actor.id());
        cmd.slots().forEach(slot -> time.refuseUnlessFree(actor.id(), ticketId, slot.startsAt(), slot.minutes()));
        withdraw(ticketId);
        cmd.slots().forEach(slot -> em.persist(new VisitSlot(ticketId, actor.id(), slot)));
        Ref ref = ref(ticketId, ticket);
        history.record(ref, PlanningAction.OFFER, Said.that("said.slots", cmd.slots().size()));
        news.tell(ticket.schoolId(), "message.slots_offered", ref);
    }

    /**
     * The school picks one of the dates: the visit is agreed, the others are withdrawn, the technician is told.
     *
     * @throws NotFound if there is no such date any more
     * @throws Refused  {@code slot.gone} if somebody else has the ticket by now; as {@link Visits#schedule} if the technician is no
     *                  longer free
     */
    public void pick(long ticketId, long slotId, @Valid Pick cmd) {
        Offered slot = Ask.of(em, Offered.class, """
                select t.schoolId as schoolId, s.technicianId as technicianId, s.startsAt as startsAt, s.minutes as minutes
                from VisitSlot s join Ticket t on t.id = s.ticketId where s.id = :id and s.ticketId = :ticket""").set("id", slotId).set("ticket", ticketId).one()
                .orElseThrow(() -> new NotFound("VisitSlot", slotId));
        guard.require(TICKET_ACCEPT, slot.schoolId());
        time.lock(slot.technicianId());
        TicketState before = tickets.picked(ticketId, cmd.version(), slot.technicianId(), Said.that("said.visit", slot.startsAt(), slot.minutes()));
        time.refuseUnlessFree(slot.technicianId(), ticketId, slot.startsAt(), slot.minutes());
        visits.agree(ticketId, before, new Visits.Schedule(cmd.version(), slot.startsAt(), slot.minutes(), cmd.contact(), null));
        withdraw(ticketId);
    }

    /**
     * None of the dates suits the school: they are offered no more, and who has offered them is told.
     *
     * @throws Refused {@code slot.none_open} if no date is offered any more
     */
    public void decline(long ticketId, @Valid Decline cmd) {
        Work ticket = work(ticketId);
        guard.require(TICKET_ACCEPT, ticket.schoolId());
        Long technician = Ask.of(em, Long.class, "select s.technicianId from VisitSlot s where s.ticketId = :ticket and s.startsAt > :now").set("ticket", ticketId)
                .set("now", clock.now()).first().orElseThrow(() -> new Refused("slot.none_open", ticket.no()));
        // as who picks one does: of two at once, one is told
        time.lock(technician);
        if (withdraw(ticketId) == 0) {
            throw new Refused("slot.none_open", ticket.no());
        }
        Ref ref = ref(ticketId, ticket);
        history.record(ref, PlanningAction.DECLINE_OFFER, Said.words(cmd.wish()));
        news.tellPerson(technician, ticket.schoolId(), "message.slots_declined", ref);
    }

    /**
     * The technician offers the dates no more; the school is told.
     *
     * @throws Refused {@code ticket.of_other}; {@code slot.none_open} if no date is offered any more
     */
    public void takeBack(long ticketId, @Valid TakeBack cmd) {
        Work ticket = work(ticketId);
        guard.require(TICKET_WORK, ticket.schoolId());
        if (!actor.id().equals(ticket.assigneeId())) {
            throw new Refused("ticket.of_other", ticket.no(), ticket.assignee() == null ? "-" : ticket.assignee());
        }
        time.lock(actor.id());
        int open = open(ticketId);
        withdraw(ticketId);
        if (open == 0) {
            throw new Refused("slot.none_open", ticket.no());
        }
        Ref ref = ref(ticketId, ticket);
        history.record(ref, PlanningAction.WITHDRAW_OFFER, Said.that("said.slots", open).andWords(cmd.reason()));
        news.tell(ticket.schoolId(), "message.slots_withdrawn", ref);
    }

    /** Nobody goes there any more, or somebody else does: what was offered for it is offered no more, and the school is told. */
    void ticketLeft(@Observes Tickets.Left left) {
        over(left.ticketId());
    }

    /** Who begins waits for no date. */
    void ticketStarts(@Observes Tickets.Starting starting) {
        over(starting.ticketId());
    }

    private void over(Long ticketId) {
        List<Instant> offered = Ask.of(em, Instant.class, "select s.startsAt from VisitSlot s where s.ticketId = :ticket order by s.startsAt").set("ticket", ticketId).list();
        if (offered.isEmpty()) {
            return;
        }
        withdraw(ticketId);
        int open = Math.toIntExact(offered.stream().filter(date -> date.isAfter(clock.now())).count());
        if (open > 0) {
            Work ticket = work(ticketId);
            Ref ref = ref(ticketId, ticket);
            history.record(ref, PlanningAction.WITHDRAW_OFFER, Said.that("said.slots", open));
            news.tell(ticket.schoolId(), "message.slots_withdrawn", ref);
        }
    }

    /** How many dates are offered that lie ahead. */
    private int open(long ticketId) {
        return Math.toIntExact(Ask.of(em, Long.class, "select count(s) from VisitSlot s where s.ticketId = :ticket and s.startsAt > :now").set("ticket", ticketId)
                .set("now", clock.now()).one().orElse(0L));
    }

    private static Ref ref(long ticketId, Work ticket) {
        return new Ref("Ticket", ticketId, ticket.no()).ofSchool(ticket.schoolId());
    }

    /** What was offered before is offered no more, now and not at the end: the same date may be among the new ones. */
    private int withdraw(long ticketId) {
        return em.createQuery("delete from VisitSlot s where s.ticketId = :ticket").setParameter("ticket", ticketId).executeUpdate();
    }

    private Work work(long ticketId) {
        return Ask.of(em, Work.class, """
                select t.no as no, t.schoolId as schoolId, t.state as state, t.assigneeId as assigneeId, t.assignee as assignee
                from Ticket t where t.id = :id""").set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
    }

    /** A date with its length. */
    public record Slot(@NotNull Instant startsAt, @NotNull @Min(15) @Max(600) Integer minutes) {
    }

    /** Dates to pick from. */
    public record Offer(@NotEmpty @Size(max = 6) List<@NotNull @Valid Slot> slots) {
    }

    /**
     * None of the dates suits.
     *
     * @param wish when it would suit, may be null
     */
    public record Decline(@Size(max = 1000) String wish) {
    }

    /** Why the dates are offered no more. */
    public record TakeBack(@NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * The date that suits.
     *
     * @param contact function on site with its hours, e.g. caretaker until 13:00; no private data; may be null
     */
    public record Pick(@NotNull Integer version, @Size(max = 200) String contact) {
    }
}
