package de.schulpakt.install.result;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.install.network.PassedCables;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results that the kind of a ticket asks for: given, given again and taken back by who works on it. */
@UseCases
public class TicketResults {
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
    KnownKinds kinds;
    @Inject
    TicketWork work;
    @Inject
    PassedCables cables;

    /**
     * Gives results, all of them or none; who sends one twice has given it once.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.over} if the work has ended; {@code ticket.workers_team} and its like; {@code result.unknown} if the kind
     *                 has no such result; {@code result.number}, {@code result.least}, {@code result.most}, {@code result.yes_no}, {@code result.choice};
     *                 {@code result.not_measured} if no cable of that name has passed its last test; {@code result.no_picture} if the ticket has no picture of that name
     */
    public void give(long id, @Valid Give cmd) {
        TicketWork.Working ticket = work.working(id);
        guard.require(TICKET_WORK, ticket.ref().schoolId());
        List<KindResult> asked = kinds.of(ticket.kindId()).results();
        Map<Integer, TicketResult> before = given(id);
        for (One one : cmd.results()) {
            if (one.resultNo() > asked.size()) {
                throw new Refused("result.unknown", ticket.ref().no(), one.resultNo());
            }
            give(ticket, one, asked.get(one.resultNo() - 1), before.get(one.resultNo()));
        }
    }

    private void give(TicketWork.Working ticket, One one, KindResult asked, TicketResult had) {
        if (one.value() == null || one.value().isBlank()) {
            if (had != null) {
                em.remove(had);
                history.record(ticket.ref(), TicketAction.RESULT, Said.that("said.result_withdrawn", one.resultNo()));
            }
            return;
        }
        String words = one.value();
        String value = asked.value(words);
        if (had != null && had.value().equals(value)) {
            return;
        }
        if (asked.type() == ResultType.MEASUREMENT && !cables.passed(ticket.ref().schoolId(), value)) {
            throw new Refused("result.not_measured", asked.names(), value);
        }
        if (asked.type() == ResultType.PHOTO && !pictured(ticket.ref().id(), value)) {
            throw new Refused("result.no_picture", asked.names(), value);
        }
        if (had == null) {
            em.persist(new TicketResult(ticket.ref().id(), one.resultNo(), value, actor.name(), clock.now()));
        } else {
            had.give(value, actor.name(), clock.now());
        }
        history.record(ticket.ref(), TicketAction.RESULT, Said.that("said.result", one.resultNo()).andWords(words));
    }

    private Map<Integer, TicketResult> given(Long ticket) {
        return em.createQuery("select r from TicketResult r where r.ticketId = :ticket", TicketResult.class).setParameter("ticket", ticket)
                .getResultStream().collect(Collectors.toMap(TicketResult::resultNo, Function.identity()));
    }

    /** True if a picture of that name stands at the ticket. */
    private boolean pictured(Long ticket, String name) {
        return Ask.of(em, Long.class, """
                select count(p) from Paper p where p.subjectType = 'Ticket' and p.subjectId = :ticket and p.contentId is not null
                and p.replacedBy is null and p.mediaType like 'image/%' and p.name = :name""").set("ticket", ticket).set("name", name).one().orElse(0L) > 0;
    }

    /** The work is said to be done: refuses {@code ticket.results_missing} while a result that is needed was not given, or its picture is gone. */
    void proving(@Observes Tickets.Proving news) {
        List<KindResult> asked = kinds.of(news.kindId()).results();
        Map<Integer, TicketResult> given = asked.isEmpty() ? Map.of() : given(news.ticketId());
        int missing = 0;
        for (int i = 0; i < asked.size(); i++) {
            TicketResult result = given.get(i + 1);
            boolean there = result != null && (asked.get(i).type() != ResultType.PHOTO || pictured(news.ticketId(), result.value()));
            missing += asked.get(i).needed() && !there ? 1 : 0;
        }
        if (missing > 0) {
            throw new Refused("ticket.results_missing", news.no(), missing);
        }
    }

    /** What a part brought goes back with it where it is missing. */
    void rejoined(@Observes Tickets.Rejoined news) {
        em.createQuery("""
                update TicketResult r set r.ticketId = :whole where r.ticketId = :part
                and r.resultNo not in (select o.resultNo from TicketResult o where o.ticketId = :whole)""").setParameter("whole", news.wholeId())
                .setParameter("part", news.partId()).executeUpdate();
    }

    /** Results to give. */
    public record Give(@NotEmpty @Size(max = 50) List<@NotNull @Valid One> results) {
    }

    /**
     * A result.
     *
     * @param resultNo its place among the results of the kind, from 1
     * @param value    as it was typed: {@code 12,5} or {@code 12.5}, {@code true} or {@code ja}, a choice in one of both languages, the name of a picture at the ticket
     *                 or of a socket, port or cable of the school; null and blank: it is taken back
     */
    public record One(@NotNull @Min(1) @Max(50) Integer resultNo, @Size(max = 500) String value) {
    }
}
