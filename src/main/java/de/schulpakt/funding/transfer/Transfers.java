package de.schulpakt.funding.transfer;

import static de.schulpakt.funding.transfer.TransferAction.BOOK;
import static de.schulpakt.funding.transfer.TransferAction.DECLINE;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK_ALL;
import static de.schulpakt.funding.transfer.TransferAction.PROPOSE;
import static de.schulpakt.funding.transfer.TransferAction.REVERSE;
import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Moves money between budgets of one authority: for good or as a loan. Amounts gross, in cents. */
@UseCases
public class Transfers {
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;

    /**
     * Moves money.
     *
     * @param backOn the day on which a loan flows back; null for a shift, which stays
     * @param reason stands in the ledger at both budgets, and in the proof
     */
    public record Move(@NotNull Long fromBudgetId, @NotNull Long toBudgetId, @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountCents,
            LocalDate backOn, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Confirms what another has proposed. */
    public record Confirm(@NotNull Integer version, @Size(max = 1000) String note) {
    }

    /** Does not confirm it. */
    public record Decline(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Part of a loan flows back, or all that is open. */
    public record GiveBack(@NotNull Integer version, @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountCents, @Size(max = 1000) String note) {
    }

    /** Puts a transfer right: what has not flowed back goes back to where it was. */
    public record Reverse(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
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
    History history;
    @Inject
    Numbers numbers;
    @Inject
    Clock clock;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;
    @Inject
    TransferRules rules;

    /**
     * Moves money, or proposes it where a verified rule asks for a second person.
     *
     * @return id of the transfer
     * @throws Refused {@code transfer.same}, {@code transfer.unlike} between grant money and own money,
     *                 {@code transfer.other_application}, {@code transfer.other_authority}, {@code transfer.back_on} for a day that is past or far
     *                 away, {@code transfer.tolerance} above what a verified rule allows, {@code budget.not_enough} if the giving budget
     *                 has not that much free
     */
    public Long move(@Valid Move cmd) {
        return move(cmd, null);
    }

    /**
     * Moves money in the step that needs it, where nobody can confirm in between.
     *
     * @param others budgets that the step moves afterwards: they are locked with the two, in id order, after the number is taken
     * @throws Refused as {@link #move}, and {@code transfer.second} where a verified rule asks for a second person
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long moveNow(@Valid Move cmd, Collection<Long> others) {
        return move(cmd, others);
    }

    private Long move(Move cmd, Collection<Long> now) {
        BudgetQueries.Named from = queries.ref(cmd.fromBudgetId());
        BudgetQueries.Named to = queries.ref(cmd.toBudgetId());
        Long authority = authority(from);
        guard.requireAuthority(BUDGET_TRANSFER, authority);
        guard.requireAuthority(BUDGET_TRANSFER, authority(to));
        refuseUnlike(from, to, authority);
        if (cmd.backOn() != null && (cmd.backOn().isBefore(clock.today()) || cmd.backOn().isAfter(clock.today().plusYears(FAR)))) {
            throw new Refused("transfer.back_on", cmd.backOn(), FAR);
        }
        Money amount = Money.of(cmd.amountCents());
        TransferRules.Found found = rules.of(from, to, amount);
        if (found.second() && now != null) {
            throw new Refused("transfer.second", amount);
        }
        Transfer transfer = new Transfer(numbers.next("U"), authority, cmd, clock.now());
        em.persist(transfer);
        em.flush();
        Said said = found.said().and("said.transfer", amount, from.label(), to.label()).andWords(cmd.reason());
        if (found.second()) {
            history.record(transfer.ref(), PROPOSE, said);
        } else {
            history.record(transfer.ref(), BOOK, transfer.follow(BOOK), said);
            Set<Long> all = new TreeSet<>(List.of(from.id(), to.id()));
            all.addAll(now == null ? List.of() : now);
            budgets.lockInOrder(all);
            // again, now that nobody else moves it
            rules.of(from, to, amount);
            budgets.transfer(from.id(), to.id(), amount, transfer.source(), transfer.reason());
        }
        return transfer.id();
    }

    /**
     * Confirms what another has proposed: the money moves.
     *
     * @throws Refused {@code duty.apart} for who proposed it, {@code transfer.tolerance}, {@code budget.not_enough}
     */
    public void book(long id, @Valid Confirm cmd) {
        var step = steps.begin(Transfer.class, id, BOOK, cmd.version());
        Transfer transfer = step.subject();
        budgets.lockInOrder(List.of(transfer.fromBudgetId(), transfer.toBudgetId()));
        TransferRules.Found found = rules.of(queries.ref(transfer.fromBudgetId()), queries.ref(transfer.toBudgetId()), transfer.amount());
        step.record(found.said().andWords(cmd.note()));
        budgets.transfer(transfer.fromBudgetId(), transfer.toBudgetId(), transfer.amount(), transfer.source(), transfer.reason());
    }

    /** Does not confirm what another has proposed, or takes one's own proposal back. */
    public void decline(long id, @Valid Decline cmd) {
        steps.take(Transfer.class, id, DECLINE, cmd.version(), cmd.reason());
    }

    /**
     * Part of a loan flows back, or the last of it.
     *
     * @throws Refused {@code transfer.no_loan}, {@code transfer.too_much_back}, {@code budget.not_enough} if the borrowing budget has
     *                 not that much free
     */
    public void giveBack(long id, @Valid GiveBack cmd) {
        Money amount = Money.of(cmd.amountCents());
        Transfer transfer = steps.locked(Transfer.class, id, GIVE_BACK);
        var step = steps.on(transfer, amount.equals(transfer.open()) ? GIVE_BACK_ALL : GIVE_BACK, cmd.version());
        em.lock(transfer, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        String source = transfer.giveBack(amount);
        step.record(Said.that("said.amount", amount).andWords(cmd.note()));
        budgets.transfer(transfer.toBudgetId(), transfer.fromBudgetId(), amount, source, cmd.note() == null ? transfer.reason() : cmd.note());
    }

    /**
     * Puts a transfer right.
     *
     * @throws Refused {@code budget.not_enough} if the receiving budget has used the money
     */
    public void reverse(long id, @Valid Reverse cmd) {
        Transfer transfer = steps.take(Transfer.class, id, REVERSE, cmd.version(), cmd.reason());
        budgets.transfer(transfer.toBudgetId(), transfer.fromBudgetId(), transfer.open(), transfer.source() + ":r", cmd.reason());
    }

    private Long authority(BudgetQueries.Named budget) {
        Long authority = budget.authorityId() != null ? budget.authorityId() : authorities.authorityOf(budget.schoolId());
        if (authority == null) {
            throw new NotFound("Budget", budget.id());
        }
        return authority;
    }

    private void refuseUnlike(BudgetQueries.Named from, BudgetQueries.Named to, Long authority) {
        if (from.id().equals(to.id())) {
            throw new Refused("transfer.same");
        }
        if (from.own() != to.own()) {
            throw new Refused("transfer.unlike");
        }
        if (!authority.equals(authority(to))) {
            throw new Refused("transfer.other_authority");
        }
        if (!from.own() && !rules.sameApplication(from.id(), to.id())) {
            throw new Refused("transfer.other_application", from.label(), to.label());
        }
    }
}
