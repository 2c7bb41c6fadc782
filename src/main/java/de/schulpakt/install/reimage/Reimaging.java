package de.schulpakt.install.reimage;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.ticket.TicketBatches;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Devices that come back at the turn of a school year are set up anew. */
@UseCases
public class Reimaging {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    KnownKinds kinds;
    @Inject
    SchoolQueries schools;
    @Inject
    Tickets tickets;
    @Inject
    TicketBatches batches;
    @Inject
    ReimageDays days;
    @Inject
    News news;

    /**
     * Makes a ticket for each day with the devices of that day. What finds no day is kept in the plan. The technicians of the school are told once, by the first ticket.
     *
     * @return id of the plan
     * @throws NotFound if there is no such school, or the asker may not see its loans
     * @throws Refused  {@code reimage.days}; {@code reimage.nothing} if no device comes back that has no such ticket, or none of them has a day;
     *                  {@code ticket.kind_unknown}; {@code ticket.kind_of_technicians}
     */
    public Long plan(@Valid Plan cmd) {
        schools.mustBeThere(cmd.schoolId());
        guard.require(LOAN_EDIT, cmd.schoolId());
        // the number first: whoever plans at the same time waits for it, and then sees these tickets
        String no = numbers.next("J");
        Kind kind = kinds.latest(cmd.kind()).orElseThrow(() -> new Refused("ticket.kind_unknown", cmd.kind()));
        ReimageSpread spread = days.spread(cmd, kind.code());
        if (spread.days().isEmpty()) {
            throw new Refused("reimage.nothing", spread.left().size());
        }
        ReimagePlan plan = new ReimagePlan(no, cmd, kind.code(), clock.now());
        em.persist(plan);
        em.flush();
        SortedMap<LocalDate, List<Long>> each = new TreeMap<>();
        spread.days().forEach((day, devices) -> each.put(day, devices.stream().map(ReimageSpread.Back::id).toList()));
        Tickets.Many opened = tickets.openMany(cmd.schoolId(), kind.code(), each, Said.that("said.reimage_ticket", no));
        Iterator<Long> ids = opened.ids().iterator();
        each.keySet().forEach(day -> {
            Long ticket = ids.next();
            spread.days().get(day).forEach(device -> em.persist(new ReimageSlot(plan.id(), device, day, ticket)));
        });
        news.tell(cmd.schoolId(), "message.reimage_planned", opened.first());
        spread.left().forEach(device -> em.persist(new ReimageSlot(plan.id(), device, null, null)));
        history.record(plan.ref(), ReimageAction.PLAN, Said.that("said.reimage_planned", no, spread.days().size(),
                spread.days().values().stream().mapToInt(List::size).sum(), spread.left().size()));
        return plan.id();
    }

    /**
     * The plan is taken back: its tickets that nobody has taken are cancelled, all others stay with who has them.
     *
     * @return how many were cancelled
     */
    public int cancel(long id, @Valid Why cmd) {
        var step = steps.begin(ReimagePlan.class, id, ReimageAction.CANCEL, cmd.version());
        List<Long> open = Ask.of(em, Long.class, """
                select distinct t.id from ReimageSlot s join Ticket t on t.id = s.ticketId where s.planId = :plan and t.state = :open order by t.id""")
                .set("plan", id).set("open", TicketState.OPEN).list();
        int cancelled = batches.cancel(open, cmd.reason());
        step.record(Said.that("said.reimage_cancelled", step.subject().no(), cancelled).andWords(cmd.reason()));
        return cancelled;
    }

    /**
     * A plan.
     *
     * @param kind    code of the kind of its tickets
     * @param untilOn last day on which devices are set up anew
     * @param perDay  devices for a working day
     */
    public record Plan(@NotNull Long schoolId, @NotBlank @Size(max = 40) String kind, @NotNull LocalDate fromOn, @NotNull LocalDate untilOn,
            @NotNull @Min(1) @Max(200) Integer perDay) {
    }

    /** Taken back, and why. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }
}
