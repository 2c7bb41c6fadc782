package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grant money: put together, asked for, received, corrected, repaid. No budget moves. */
@UseCases
public class Drawdowns {
    /**
     * A drawdown of what can be drawn now.
     *
     * @param proofAcceptedOn day on which the granting body accepted the proof of use, null if it did not yet, or if the proof stands here
     * @param postings        the expenditures that are taken along; null: all that the rules propose. What was taken back goes along in any case,
     *                        unless what it belongs to stays behind
     */
    public record Propose(@NotNull Long applicationId, LocalDate proofAcceptedOn, @Size(max = Proposals.MOST_LINES) Set<@NotNull Long> postings) {
        /** What the rules propose. */
        public Propose(Long applicationId, LocalDate proofAcceptedOn) {
            this(applicationId, proofAcceptedOn, null);
        }
    }

    /** It is computed anew of the expenditures that stand in it, as they are today. */
    public record Recompute(@NotNull Integer version) {
    }

    /** It was sent. */
    public record Request(@NotNull Integer version, @NotNull LocalDate requestedOn, @Size(max = 80) String reference) {
    }

    /** Money came: at most what was asked for. */
    public record Receive(@NotNull Integer version, @NotNull LocalDate receivedOn, @NotNull @Positive @Max(100_000_000_000L) Long receivedCents) {
    }

    /**
     * What came is another amount than was recorded, or came on another day.
     *
     * @param receivedOn null: the day stays as it is
     */
    public record Correct(@NotNull Integer version, @NotNull @PositiveOrZero @Max(100_000_000_000L) Long receivedCents,
            @NotBlank @Size(max = 2000) String reason, LocalDate receivedOn) {
        /** Another amount, the same day. */
        public Correct(Integer version, Long receivedCents, String reason) {
            this(version, receivedCents, reason, null);
        }
    }

    /** Money goes back. */
    public record Repay(@NotNull Integer version, @NotNull LocalDate repaidOn, @NotNull @Positive @Max(100_000_000_000L) Long repaidCents,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** It is given up. */
    public record Cancel(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** News, told inside the transaction when all else is done: a step has relied on what the rules say. */
    public record Relied(long drawdownId, DrawdownAction step) {
    }

    @Inject
    Event<Relied> relied;
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Proposals proposals;
    @Inject
    ProgrammeQueries programmes;

    /**
     * Puts a drawdown together.
     *
     * @return id of the drawdown
     * @throws Refused {@code drawdown.nothing} if nothing can be drawn, or more was drawn than is due; {@code drawdown.in_future};
     *                 {@code drawdown.not_decided}, {@code drawdown.too_often} and {@code drawdown.line_gone} as {@link Proposals#of};
     *                 {@code drawdown.unpaid}, {@code drawdown.not_due}, {@code drawdown.no_network}, {@code drawdown.no_network_room} and
     *                 {@code drawdown.mobile_cap} and {@code drawdown.over_lump_sum} if an expenditure is taken along that a confirmed rule forbids; the same and
     *                 {@code drawdown.part_not_due} if confirmed rules hold back all that the plan brings now
     */
    public Long propose(@Valid Propose cmd) {
        Proposals.Facts facts = proposals.facts(cmd.applicationId());
        guard.requireAuthority(GRANT_DRAW, facts.authorityId());
        unlessFuture(cmd.proofAcceptedOn());
        lock(facts);
        LocalDate proven = cmd.proofAcceptedOn() != null ? cmd.proofAcceptedOn() : proposals.provenOn(cmd.applicationId());
        Proposal proposal = proposals.of(cmd.applicationId(), proven != null, cmd.postings());
        proposal.open().stream().filter(Judged::taken).flatMap(j -> j.reasons().stream()).filter(Judged.Reason::verified).findFirst().ifPresent(reason -> {
            throw reason.refused();
        });
        if (proposal.lines().isEmpty()) {
            proposal.heldBack().stream().flatMap(part -> part.reasons().stream()).filter(Judged.Reason::verified).findFirst().ifPresent(reason -> {
                throw reason.refused();
            });
        }
        if (proposal.grant().cents() <= 0) {
            throw new Refused("drawdown.nothing", facts.no(), proposal.drawn(), proposal.grant());
        }
        Drawdown drawdown = new Drawdown(numbers.next("M"), proposal, proven, clock.now());
        em.persist(drawdown);
        em.flush();
        proposal.lines().forEach(line -> em.persist(new DrawdownLine(drawdown.id(), line)));
        em.flush();
        Said said = Said.that("said.drawdown", proposal.grant(), proposal.lines().size());
        said = proposal.leftOut() == 0 ? said : said.and("said.drawdown_left", proposal.leftOut());
        said = proposal.heldBack().isEmpty() ? said : said.and("said.drawdown_held", proposal.heldBack().size());
        history.record(drawdown.ref(), DrawdownAction.PROPOSE, proposal.doubtful() == 0 ? said : said.and("said.drawdown_doubts", proposal.doubtful()));
        relied.fire(new Relied(drawdown.id(), DrawdownAction.PROPOSE));
        return drawdown.id();
    }

    /**
     * Computes a drawdown that was not sent anew, of the expenditures that stand in it: what was taken back of them since then goes along, what a
     * confirmed rule forbids by now stays behind. From then on it counts as drawn up today.
     *
     * @throws Refused {@code drawdown.nothing} if nothing would be left of it: it is given up then; {@code drawdown.too_often} and
     *                 {@code drawdown.line_gone} as {@link Proposals#of}
     */
    public void recompute(long id, @Valid Recompute cmd) {
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.RECOMPUTE, cmd.version());
        Drawdown drawdown = step.subject();
        Set<Long> postings = asked(id).keySet();
        Proposal today = today(drawdown, postings);
        Set<Long> forbidden = today.open().stream().filter(j -> j.taken() && j.forbidden()).map(j -> j.open().postingId()).collect(Collectors.toSet());
        if (!forbidden.isEmpty()) {
            today = today(drawdown, postings.stream().filter(p -> !forbidden.contains(p)).collect(Collectors.toSet()));
        }
        if (today.grant().cents() <= 0) {
            throw new Refused("drawdown.nothing", proposals.facts(drawdown.applicationId()).no(), today.drawn(), today.grant());
        }
        Money before = drawdown.grant();
        em.createQuery("delete from DrawdownLine l where l.drawdownId = :id").setParameter("id", id).executeUpdate();
        drawdown.anew(today, proven(drawdown), clock.now());
        today.lines().forEach(line -> em.persist(new DrawdownLine(id, line)));
        em.flush();
        Said said = Said.that("said.drawdown_anew", before, today.grant(), today.lines().size());
        step.record(today.doubtful() == 0 ? said : said.and("said.drawdown_doubts", today.doubtful()));
        relied.fire(new Relied(id, DrawdownAction.RECOMPUTE));
    }

    /**
     * Records that it was sent. What it asks for is compared with what the same expenditures come to today, line by line.
     *
     * @throws Refused {@code drawdown.in_future}; {@code drawdown.line_changed} if something was taken back of a line, or is to go along with it;
     *                 {@code drawdown.total_changed} if less can be drawn today; {@code drawdown.unpaid}, {@code drawdown.not_due},
     *                 {@code drawdown.no_network} and {@code drawdown.mobile_cap} if a confirmed rule forbids a line by now
     */
    public void request(long id, @Valid Request cmd) {
        unlessFuture(cmd.requestedOn());
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.REQUEST, cmd.version());
        unlessAnother(step.subject());
        step.subject().requested(cmd.requestedOn(), cmd.reference());
        step.record(Said.that("said.drawdown_day", cmd.requestedOn(), step.subject().grant()));
        relied.fire(new Relied(id, DrawdownAction.REQUEST));
    }

    /**
     * Records the money that came, and until when it is to be spent if a rule of the programme says so.
     *
     * @throws Refused {@code drawdown.in_future}, {@code drawdown.before_request}, {@code drawdown.too_much}
     */
    public void receive(long id, @Valid Receive cmd) {
        unlessFuture(cmd.receivedOn());
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.RECEIVE, cmd.version());
        Drawdown drawdown = step.subject();
        if (cmd.receivedOn().isBefore(drawdown.requestedOn())) {
            throw new Refused("drawdown.before_request", cmd.receivedOn(), drawdown.requestedOn());
        }
        Money amount = withinRequest(drawdown, cmd.receivedCents());
        drawdown.received(cmd.receivedOn(), amount, spendBy(drawdown, cmd.receivedOn()));
        step.record(Said.that("said.drawdown_day", cmd.receivedOn(), amount));
    }

    /**
     * Corrects the amount that came, and the day on which it did; until when it is to be spent follows the day.
     *
     * @throws Refused {@code drawdown.in_future}, {@code drawdown.before_request}, {@code drawdown.too_much}, {@code drawdown.below_repaid}
     */
    public void correct(long id, @Valid Correct cmd) {
        unlessFuture(cmd.receivedOn());
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.CORRECT, cmd.version());
        Drawdown drawdown = step.subject();
        LocalDate before = drawdown.receivedOn();
        LocalDate on = cmd.receivedOn() == null ? before : cmd.receivedOn();
        if (on.isBefore(drawdown.requestedOn())) {
            throw new Refused("drawdown.before_request", on, drawdown.requestedOn());
        }
        Money amount = withinRequest(drawdown, cmd.receivedCents());
        if (amount.compareTo(drawdown.repaid()) <= 0) {
            throw new Refused("drawdown.below_repaid", amount, drawdown.repaid());
        }
        drawdown.corrected(on, amount, on.equals(before) ? drawdown.spendByOn() : spendBy(drawdown, on));
        Said said = Said.that("said.drawdown_amount", amount);
        step.record((on.equals(before) ? said : said.and("said.drawdown_received", before, on)).andWords(cmd.reason()));
    }

    /**
     * Records money that went back; once all of it did, its expenditures may be drawn again, less what was claimed back of it.
     *
     * @throws Refused {@code drawdown.in_future}, {@code drawdown.repaid_too_much}
     */
    public void repay(long id, @Valid Repay cmd) {
        unlessFuture(cmd.repaidOn());
        Drawdown drawdown = steps.locked(Drawdown.class, id, DrawdownAction.REPAY);
        Money amount = Money.of(cmd.repaidCents());
        DrawdownAction action = amount.equals(drawdown.held()) ? DrawdownAction.REPAY_ALL : DrawdownAction.REPAY;
        var step = steps.on(drawdown, action, cmd.version());
        if (amount.compareTo(drawdown.held()) > 0) {
            throw new Refused("drawdown.repaid_too_much", amount, drawdown.held());
        }
        drawdown.repaid(amount);
        if (action == DrawdownAction.REPAY_ALL) {
            drawdown.ended(cmd.repaidOn());
            free(id);
        }
        step.record(Said.that("said.drawdown_day", cmd.repaidOn(), amount).andWords(cmd.reason()));
    }

    /** Gives a drawdown up before money came; its expenditures may be drawn again. */
    public void cancel(long id, @Valid Cancel cmd) {
        steps.take(Drawdown.class, id, DrawdownAction.CANCEL, cmd.version(), cmd.reason()).ended(clock.today());
        free(id);
    }

    /** Refuses what is no longer what the same expenditures come to; the line that differs is named. */
    private void unlessAnother(Drawdown drawdown) {
        Map<Long, Long> asked = asked(drawdown.id());
        Proposal today = today(drawdown, asked.keySet());
        List<Judged> along = today.open().stream().filter(Judged::taken).toList();
        along.stream().flatMap(j -> j.reasons().stream()).filter(Judged.Reason::verified).findFirst().ifPresent(reason -> {
            throw reason.refused();
        });
        Map<String, Long> before = new HashMap<>();
        Map<String, Long> now = new LinkedHashMap<>();
        along.forEach(j -> before.merge(line(j), asked.getOrDefault(j.open().postingId(), 0L), Long::sum));
        along.forEach(j -> now.merge(line(j), j.amount().cents(), Long::sum));
        along.stream().filter(j -> !before.get(line(j)).equals(now.get(line(j)))).findFirst().ifPresent(j -> {
            throw new Refused("drawdown.line_changed", drawdown.ref().no(), name(j), Money.of(before.get(line(j))), Money.of(now.get(line(j))));
        });
        if (today.grant().compareTo(drawdown.grant()) < 0) {
            throw new Refused("drawdown.total_changed", drawdown.ref().no(), drawdown.grant(), today.grant());
        }
        em.createQuery("update DrawdownLine l set l.live = 1 where l.drawdownId = :id").setParameter("id", drawdown.id()).executeUpdate();
    }

    /** What was bought with the same line of an order is one line; what nothing is known of is one for itself. */
    private static String line(Judged judged) {
        return judged.bought() == null ? "posting:" + judged.open().postingId() : judged.bought();
    }

    private static String name(Judged judged) {
        String invoice = judged.spending() == null ? null : judged.spending().invoiceNo();
        return Stream.of(invoice, judged.open().note(), judged.open().school()).filter(Objects::nonNull).findFirst().orElse("–");
    }

    /** The expenditures in a drawdown, own share included, by posting. */
    private Map<Long, Long> asked(long id) {
        return Ask.of(em, Asked.class, "select l.postingId as postingId, l.eligibleCents as cents from DrawdownLine l where l.drawdownId = :id and l.postingId is not null")
                .set("id", id).list().stream().collect(Collectors.toMap(Asked::postingId, Asked::cents));
    }

    /** An expenditure in a drawdown. */
    record Asked(Long postingId, Long cents) {
    }

    /** What these expenditures come to today, as if the drawdown, which frees them, did not stand yet. */
    private Proposal today(Drawdown drawdown, Set<Long> postings) {
        lock(proposals.facts(drawdown.applicationId()));
        free(drawdown.id());
        return proposals.of(drawdown.applicationId(), proven(drawdown) != null, drawdown.planned() ? null : postings);
    }

    private LocalDate proven(Drawdown drawdown) {
        return drawdown.proofAcceptedOn() != null ? drawdown.proofAcceptedOn() : proposals.provenOn(drawdown.applicationId());
    }

    /**
     * Two at once would draw the same expenditures: the second would be refused by the database, and not say why; and the bound of mobile devices is one
     * of all applications of a programme, so that the second has to see what the first draws.
     */
    private void lock(Proposals.Facts facts) {
        em.createNativeQuery("select id from application where programme_id = ? and authority_id = ? order by id for update").setParameter(1, facts.programmeId())
                .setParameter(2, facts.authorityId()).getResultList();
    }

    /** Until when money that came on a day is to be spent; null without a rule. */
    private LocalDate spendBy(Drawdown drawdown, LocalDate receivedOn) {
        Integer days = programmes.number(RuleKind.SPEND_DAYS, proposals.facts(drawdown.applicationId()).programmeId(), receivedOn);
        return days == null ? null : receivedOn.plusDays(days);
    }

    private void free(long id) {
        em.flush();
        em.createQuery("update DrawdownLine l set l.live = null where l.drawdownId = :id").setParameter("id", id).executeUpdate();
    }

    private void unlessFuture(LocalDate day) {
        if (day != null && day.isAfter(clock.today())) {
            throw new Refused("drawdown.in_future", day);
        }
    }

    private static Money withinRequest(Drawdown drawdown, long cents) {
        if (Money.of(cents).compareTo(drawdown.grant()) > 0) {
            throw new Refused("drawdown.too_much", Money.of(cents), drawdown.grant());
        }
        return Money.of(cents);
    }
}
