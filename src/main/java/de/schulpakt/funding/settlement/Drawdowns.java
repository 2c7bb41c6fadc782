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
import de.schulpakt.platform.text.Money;
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

/** Grant money: put together, asked for, received, corrected, repaid. No budget moves. */
@UseCases
public class Drawdowns {
    /**
     * A drawdown of all that can be drawn now.
     *
     * @param proofAcceptedOn day on which the granting body accepted the proof of use, null if it did not yet, or if the proof stands here
     */
    public record Propose(@NotNull Long applicationId, LocalDate proofAcceptedOn) {
    }

    /** It was sent. */
    public record Request(@NotNull Integer version, @NotNull LocalDate requestedOn, @Size(max = 80) String reference) {
    }

    /** Money came: at most what was asked for. */
    public record Receive(@NotNull Integer version, @NotNull LocalDate receivedOn, @NotNull @Positive @Max(100_000_000_000L) Long receivedCents) {
    }

    /** What came is another amount than was recorded. */
    public record Correct(@NotNull Integer version, @NotNull @PositiveOrZero @Max(100_000_000_000L) Long receivedCents,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** Money goes back. */
    public record Repay(@NotNull Integer version, @NotNull LocalDate repaidOn, @NotNull @Positive @Max(100_000_000_000L) Long repaidCents,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** It is given up. */
    public record Cancel(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

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
     *                 {@code drawdown.not_decided} and {@code drawdown.too_often} as {@link Proposals#of}
     */
    public Long propose(@Valid Propose cmd) {
        Proposals.Facts facts = proposals.facts(cmd.applicationId());
        guard.requireAuthority(GRANT_DRAW, facts.authorityId());
        unlessFuture(cmd.proofAcceptedOn());
        // two at once would draw the same expenditures: the second would be refused by the database, and not say why
        em.createNativeQuery("select id from application where id = ? for update").setParameter(1, cmd.applicationId()).getResultList();
        LocalDate proven = cmd.proofAcceptedOn() != null ? cmd.proofAcceptedOn() : proposals.provenOn(cmd.applicationId());
        Proposal proposal = proposals.of(cmd.applicationId(), proven != null);
        if (proposal.grant().cents() <= 0) {
            throw new Refused("drawdown.nothing", facts.no(), proposal.drawn(), proposal.grant());
        }
        Drawdown drawdown = new Drawdown(numbers.next("M"), proposal, proven, clock.now());
        em.persist(drawdown);
        em.flush();
        proposal.lines().forEach(line -> em.persist(new DrawdownLine(drawdown.id(), line)));
        em.flush();
        history.record(drawdown.ref(), DrawdownAction.PROPOSE, Said.that("said.drawdown", proposal.grant(), proposal.lines().size()));
        return drawdown.id();
    }

    /**
     * Records that it was sent.
     *
     * @throws Refused {@code drawdown.in_future}
     */
    public void request(long id, @Valid Request cmd) {
        unlessFuture(cmd.requestedOn());
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.REQUEST, cmd.version());
        step.subject().requested(cmd.requestedOn(), cmd.reference());
        step.record(Said.that("said.drawdown_day", cmd.requestedOn(), step.subject().grant()));
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
        Integer days = programmes.number(RuleKind.SPEND_DAYS, proposals.facts(drawdown.applicationId()).programmeId(), cmd.receivedOn());
        drawdown.received(cmd.receivedOn(), amount, days == null ? null : cmd.receivedOn().plusDays(days));
        step.record(Said.that("said.drawdown_day", cmd.receivedOn(), amount));
    }

    /**
     * Corrects the amount that came.
     *
     * @throws Refused {@code drawdown.too_much}, {@code drawdown.below_repaid}
     */
    public void correct(long id, @Valid Correct cmd) {
        Steps.Step<Drawdown, DrawdownState, DrawdownAction> step = steps.begin(Drawdown.class, id, DrawdownAction.CORRECT, cmd.version());
        Money amount = withinRequest(step.subject(), cmd.receivedCents());
        if (amount.compareTo(step.subject().repaid()) <= 0) {
            throw new Refused("drawdown.below_repaid", amount, step.subject().repaid());
        }
        step.subject().corrected(amount);
        step.record(Said.that("said.drawdown_amount", amount).andWords(cmd.reason()));
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
