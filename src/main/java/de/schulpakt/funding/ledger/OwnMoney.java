package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.OWN_MONEY_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Own money of an authority: lines of its household that pay what no grant pays. Amounts gross, in cents. */
@UseCases
public class OwnMoney {
    /** Years that own money may be carried over beyond its household year; farther is a slip of the hand. */
    private static final int FAR = 5;
    private static final long MOST = 100_000_000_000_00L;

    /**
     * A line of the household.
     *
     * @param amountCents what may be spent from it
     * @param reason      e.g. the council's decision; stands in the ledger
     */
    public record Open(@NotNull Long authorityId, @NotNull @Min(2000) @Max(2100) Integer householdYear, @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 160) String title, @NotNull @Min(1) @Max(MOST) Long amountCents, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Raises or lowers what may be spent.
     *
     * @param amountCents what may be spent in all from now on
     */
    public record Change(@NotNull Integer version, @NotNull @PositiveOrZero @Max(MOST) Long amountCents,
            @NotBlank @Size(max = 1000) String reason) {
    }

    /** Carries what is left over: usable until the end of a later year. The household year itself takes that back. */
    public record CarryOver(@NotNull Integer version, @NotNull @Min(2000) @Max(2105) Integer toYear, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;
    @Inject
    History history;

    /**
     * Opens a budget of own money, usable until the end of its household year.
     *
     * @return id of the budget
     * @throws Refused {@code own_money_once} if this authority has the account in that year already
     */
    public Long open(@Valid Open cmd) {
        guard.requireAuthority(OWN_MONEY_EDIT, cmd.authorityId());
        if (em.createQuery("select count(b) from Budget b where b.authorityId = :authority and b.householdYear = :year and b.account = :account",
                Long.class).setParameter("authority", cmd.authorityId()).setParameter("year", cmd.householdYear())
                .setParameter("account", cmd.account().strip()).getSingleResult() > 0) {
            throw new Refused("own_money_once");
        }
        Budget budget = Budget.ownMoney(cmd.authorityId(), cmd.householdYear(), cmd.account().strip(), cmd.title().strip());
        em.persist(budget);
        em.flush();
        Money amount = Money.of(cmd.amountCents());
        budget.allot(amount, () -> queries.name(budget.id()));
        budgets.post(budget, new Posting(budget.id(), PostingKind.ALLOT, amount, null, source(budget.id(), 0), cmd.reason()));
        history.record(budget.ref(queries.ref(budget.id()).label()), BudgetAction.OPEN, Said.that("said.amount", amount).andWords(cmd.reason()));
        return budget.id();
    }

    /**
     * Raises or lowers what may be spent.
     *
     * @throws Refused {@code own_money.below_bound} below what is reserved, committed and spent; {@code own_money.same} if nothing changes
     */
    public void change(long id, @Valid Change cmd) {
        Budget budget = locked(id, cmd.version());
        Money before = budget.allotted();
        Money after = Money.of(cmd.amountCents());
        Money bound = before.minus(budget.available());
        if (after.equals(before)) {
            throw new Refused("own_money.same", after);
        }
        if (after.compareTo(bound) < 0) {
            throw new Refused("own_money.below_bound", bound, after);
        }
        budget.allotMore(after.minus(before), () -> queries.name(id));
        budgets.post(budget, new Posting(id, PostingKind.ALLOT, after.minus(before), null, source(id, cmd.version() + 1), cmd.reason()));
        history.record(budget.ref(queries.ref(id).label()), BudgetAction.CHANGE, Said.that("said.amounts", before, after).andWords(cmd.reason()));
    }

    /**
     * Carries over what is left.
     *
     * @throws Refused {@code own_money.carry_year} for a year before the household year or far after it
     */
    public void carryOver(long id, @Valid CarryOver cmd) {
        Budget budget = locked(id, cmd.version());
        int year = budget.householdYear();
        if (cmd.toYear() < year || cmd.toYear() > year + FAR) {
            throw new Refused("own_money.carry_year", String.valueOf(year), String.valueOf(year + FAR));
        }
        budget.usableTo(LocalDate.of(cmd.toYear(), 12, 31));
        history.record(budget.ref(queries.ref(id).label()), BudgetAction.CARRY_OVER, Said.that("said.usable_to", budget.endsOn()).andWords(cmd.reason()));
    }

    private Budget locked(long id, Integer seen) {
        BudgetQueries.Named named = queries.ref(id);
        if (named.kind() != BudgetKind.OWN_MONEY) {
            throw new NotFound("Budget", id);
        }
        guard.requireAuthority(OWN_MONEY_EDIT, named.authorityId());
        Budget budget = Find.locked(em, Budget.class, id);
        budget.unlessChangedSince(seen, named.label());
        em.lock(budget, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return budget;
    }

    private static String source(Long id, int change) {
        return "own_money:" + id + ":" + change;
    }
}
