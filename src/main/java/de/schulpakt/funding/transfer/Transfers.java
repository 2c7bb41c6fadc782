package de.schulpakt.funding.transfer;

import static de.schulpakt.funding.transfer.TransferAction.BOOK;
import static de.schulpakt.funding.transfer.TransferAction.DECLINE;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK_ALL;
import static de.schulpakt.funding.transfer.TransferAction.HOLD;
import static de.schulpakt.funding.transfer.TransferAction.PROPOSE;
import static de.schulpakt.funding.transfer.TransferAction.REVERSE;
import static de.schulpakt.funding.transfer.TransferAction.SETTLE;
import static de.schulpakt.funding.transfer.TransferAction.TAKE_BACK;
import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
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
    private static final String INNER = "Inner door: the step that needs the money has asked the guard when it moved it.";

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
    Duties duties;
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
    @Inject
    News news;

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
        Written written = write(cmd);
        Transfer transfer = written.transfer();
        if (written.found().second()) {
            history.record(transfer.ref(), PROPOSE, written.said());
            news.tellAuthority(transfer.authorityId(), "message.transfer_proposed", transfer.ref());
        } else {
            history.record(transfer.ref(), BOOK, transfer.follow(BOOK), written.said());
            post(written, List.of());
        }
        return transfer.id();
    }

    /**
     * Money that was moved for a step that is still being taken; {@link #keep} or {@link #hold} says what becomes of it.
     *
     * @param said   what stands in the history of the transfer
     * @param second true if a verified rule of transfers asks for a second person
     */
    public record Moved(Long id, Said said, boolean second) {
    }

    /**
     * Moves money in the step that needs it; whether a second person is asked, the step says afterwards, in the same transaction.
     *
     * @param others budgets that the step moves afterwards: they are locked with the two, in id order, after the number is taken
     * @throws Refused as {@link #move}
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Moved moveNow(@Valid Move cmd, Collection<Long> others) {
        Written written = write(cmd);
        post(written, others);
        return new Moved(written.transfer().id(), written.said(), written.found().second());
    }

    /**
     * The step for which money was moved is done: the transfer is booked.
     *
     * @param step the subject of the step, named in the history of the transfer
     * @return what the history of the step says of it
     * @throws Refused {@code transfer.second} where a verified rule asks for a second person, whom this step does not ask
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Said keep(Moved moved, Ref step) {
        Transfer transfer = Find.locked(em, Transfer.class, moved.id());
        if (moved.second()) {
            throw new Refused("transfer.second", transfer.amount());
        }
        history.record(transfer.ref(), BOOK, transfer.follow(BOOK), said(moved, step));
        return told(transfer, "said.transfer_booked");
    }

    /**
     * The step for which money was moved waits for a second person, and the transfer with it: {@link #settle} or {@link #takeBack} follows.
     *
     * @param step the subject of the step, named in the history of the transfer
     * @return what the history of the step says of it
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Said hold(Moved moved, Ref step) {
        Transfer transfer = Find.locked(em, Transfer.class, moved.id());
        history.record(transfer.ref(), HOLD, transfer.follow(HOLD), said(moved, step));
        return told(transfer, "said.transfer_held");
    }

    /**
     * The second person has confirmed the step: what was held for it is booked. Nothing where it is booked already.
     *
     * @return what the history of the step says of it
     * @throws Refused {@code duty.apart} for who has moved the money
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Said settle(long id, Ref step, String words) {
        Transfer transfer = Find.locked(em, Transfer.class, id);
        if (transfer.state() != TransferState.HELD) {
            return Said.NOTHING;
        }
        guard.requireAuthority(BUDGET_TRANSFER, transfer.authorityId());
        duties.apart(transfer.ref(), SETTLE, TransferFlow.FLOW.apart(SETTLE));
        history.record(transfer.ref(), SETTLE, transfer.follow(SETTLE), Said.that("said.transfer_for", step).andWords(words));
        return told(transfer, "said.transfer_booked");
    }

    /**
     * The step for which money was moved is taken back, and the money goes back to where it was; of a loan, what has not flowed back yet.
     * Nothing where it has gone back already.
     *
     * @return what the history of the step says of it
     * @throws Refused {@code transfer.used} if the receiving budget has used the money for something else
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Said takeBack(long id, Ref step, String words) {
        Transfer transfer = Find.locked(em, Transfer.class, id);
        if (transfer.state() != TransferState.HELD && transfer.state() != TransferState.BOOKED) {
            return Said.NOTHING;
        }
        guard.requireAuthority(BUDGET_TRANSFER, transfer.authorityId());
        Money open = transfer.open();
        BudgetQueries.Named to = queries.ref(transfer.toBudgetId());
        if (Money.of(to.availableCents()).compareTo(open) < 0) {
            throw new Refused("transfer.used", transfer.ref().no(), open, to.label(), Money.of(to.availableCents()));
        }
        TransferAction action = transfer.state() == TransferState.HELD ? TAKE_BACK : REVERSE;
        history.record(transfer.ref(), action, transfer.follow(action), Said.that("said.transfer_for", step).andWords(words));
        budgets.transfer(transfer.toBudgetId(), transfer.fromBudgetId(), open, transfer.source() + ":r", words);
        return told(transfer, "said.transfer_back");
    }

    /**
     * The two budgets of a transfer that is to go back, for a step that locks all it moves at once; the transfer is locked before them.
     *
     * @param onlyHeld true: what is booked is to stay
     * @return nothing if it stays, or has gone back already
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Long> goingBack(long id, boolean onlyHeld) {
        Transfer transfer = Find.locked(em, Transfer.class, id);
        boolean goes = transfer.state() == TransferState.HELD || transfer.state() == TransferState.BOOKED && !onlyHeld;
        return goes ? List.of(transfer.fromBudgetId(), transfer.toBudgetId()) : List.of();
    }

    private static Said said(Moved moved, Ref step) {
        return moved.said().and("said.transfer_for", step);
    }

    /** Without the names of the budgets: the school that asked reads it, and one of them may be another's. */
    private static Said told(Transfer transfer, String key) {
        return Said.that(key, transfer.ref(), transfer.open());
    }

    /** A transfer that is written and moves nothing yet. */
    private record Written(Transfer transfer, BudgetQueries.Named from, BudgetQueries.Named to, TransferRules.Found found, Said said) {
    }

    private void post(Written written, Collection<Long> others) {
        Transfer transfer = written.transfer();
        Set<Long> all = new TreeSet<>(List.of(transfer.fromBudgetId(), transfer.toBudgetId()));
        all.addAll(others);
        budgets.lockInOrder(all);
        // again, now that nobody else moves it
        rules.of(written.from(), written.to(), transfer.amount());
        budgets.transfer(transfer.fromBudgetId(), transfer.toBudgetId(), transfer.amount(), transfer.source(), transfer.reason());
    }

    private Written write(Move cmd) {
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
        Transfer transfer = new Transfer(numbers.next("U"), authority, cmd, clock.now());
        em.persist(transfer);
        em.flush();
        Said said = found.said().and("said.transfer", amount, from.label(), to.label()).andWords(cmd.reason());
        return new Written(transfer, from, to, found, said);
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
        news.goneOn(transfer.ref());
        budgets.transfer(transfer.fromBudgetId(), transfer.toBudgetId(), transfer.amount(), transfer.source(), transfer.reason());
    }

    /** Does not confirm what another has proposed, or takes one's own proposal back. */
    public void decline(long id, @Valid Decline cmd) {
        news.goneOn(steps.take(Transfer.class, id, DECLINE, cmd.version(), cmd.reason()).ref());
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
