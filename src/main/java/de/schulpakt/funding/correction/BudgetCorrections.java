package de.schulpakt.funding.correction;

import static de.schulpakt.funding.correction.BudgetCorrectionAction.CONFIRM;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.CONFIRM_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.DROP;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.DROP_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.PROPOSE;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.PROPOSE_COUNTER;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Corrects what a budget has spent by a free amount: proposed by one, confirmed by another, countered in the same way. Gross, in cents. */
@UseCases
public class BudgetCorrections {
    /**
     * Proposes a correction.
     *
     * @param version     of the budget, as it was seen
     * @param amountCents gross; positive: more was spent, negative: taken back; not zero
     * @param reason      stands in the ledger for good
     */
    public record Propose(@NotNull Integer version, @NotNull @Min(-1_000_000_000_000L) @Max(1_000_000_000_000L) Long amountCents,
            @NotBlank @Size(max = 1000) String reason) {
    }

    /** Confirms what another has proposed. */
    public record Confirm(@NotNull Integer version, @Size(max = 1000) String note) {
    }

    /** Does not confirm it, or takes one's own proposal back. */
    public record Drop(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Proposes that a correction is taken back, because it was wrong. */
    public record Counter(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    Steps steps;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    Clock clock;
    @Inject
    News news;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;

    /**
     * Proposes a correction of a budget. Nothing is posted, and no money is held.
     *
     * @return id of the correction
     * @throws NotFound  if there is no such budget, or the asker may not see it
     * @throws Forbidden if the asker may not correct it
     * @throws Conflict  if the budget was changed after the asker saw it
     * @throws Refused   {@code posting.not_positive} for zero, {@code budget.rest_pays_nothing}, {@code budget.correct_below_zero} if more is
     *                   taken back than was spent, {@code budget.not_enough} if more is spent than is free, {@code budget_correction.twice} if
     *                   the same amount of this budget already waits for a second person
     */
    public Long propose(long budgetId, @Valid Propose cmd) {
        BudgetQueries.Named budget = queries.ref(budgetId);
        Long authority = budget.authorityId() != null ? budget.authorityId() : authorities.authorityOf(budget.schoolId());
        if (authority == null) {
            throw new NotFound("Budget", budgetId);
        }
        guard.requireAuthority(BUDGET_CORRECT, authority);
        Money amount = Money.of(cmd.amountCents());
        String no = numbers.next("BK");
        budgets.unlessCorrectable(budgetId, cmd.version(), amount);
        em.createQuery("select c.no from BudgetCorrection c where c.budgetId = :budget and c.state = :proposed and c.amountCents = :cents order by c.id", String.class)
                .setParameter("budget", budgetId).setParameter("proposed", BudgetCorrectionState.PROPOSED).setParameter("cents", amount.cents())
                .setMaxResults(1).getResultList().forEach(waiting -> {
                    throw new Refused("budget_correction.twice", amount, waiting);
                });
        BudgetCorrection correction = new BudgetCorrection(no, authority, budgetId, amount, cmd.reason().strip(), clock.now());
        em.persist(correction);
        em.flush();
        history.record(correction.ref(), PROPOSE, Said.that("said.budget_correction", amount, budget.label()).andWords(cmd.reason()));
        news.tellAuthority(authority, "message.budget_correction_proposed", correction.ref());
        return correction.id();
    }

    /**
     * Confirms what another has proposed: it is posted.
     *
     * @throws Refused {@code duty.apart} for who proposed it, {@code budget.correct_below_zero}, {@code budget.not_enough} if it does not
     *                 fit any more
     */
    public void confirm(long id, @Valid Confirm cmd) {
        BudgetCorrection correction = steps.take(BudgetCorrection.class, id, CONFIRM, cmd.version(), cmd.note());
        budgets.correct(correction.budgetId(), correction.amount(), correction.source(), correction.no(), correction.reason());
        news.goneOn(correction.ref());
    }

    /** Does not confirm what was proposed, or takes one's own proposal back. Nothing was posted. */
    public void drop(long id, @Valid Drop cmd) {
        news.goneOn(steps.take(BudgetCorrection.class, id, DROP, cmd.version(), cmd.reason()).ref());
    }

    /** Proposes that a correction that is posted is taken back by a posting the other way. */
    public void proposeCounter(long id, @Valid Counter cmd) {
        BudgetCorrection correction = steps.take(BudgetCorrection.class, id, PROPOSE_COUNTER, cmd.version(), cmd.reason());
        news.tellAuthority(correction.authorityId(), "message.budget_correction_counter", correction.ref());
    }

    /**
     * Confirms that a correction is taken back.
     *
     * @throws Refused {@code duty.apart} for who proposed that, {@code budget.correct_below_zero}, {@code budget.not_enough} if the money
     *                 is used
     */
    public void confirmCounter(long id, @Valid Confirm cmd) {
        BudgetCorrection correction = steps.locked(BudgetCorrection.class, id, CONFIRM_COUNTER);
        duties.apartFromLast(correction.ref(), correction.no(), CONFIRM_COUNTER, PROPOSE_COUNTER);
        steps.on(correction, CONFIRM_COUNTER, cmd.version()).record(Said.words(cmd.note()));
        budgets.correct(correction.budgetId(), Money.ZERO.minus(correction.amount()), correction.source() + ":r", correction.no(),
                cmd.note() == null || cmd.note().isBlank() ? correction.reason() : cmd.note());
        news.goneOn(correction.ref());
    }

    /** The correction stays as it is posted. */
    public void dropCounter(long id, @Valid Drop cmd) {
        news.goneOn(steps.take(BudgetCorrection.class, id, DROP_COUNTER, cmd.version(), cmd.reason()).ref());
    }
}
