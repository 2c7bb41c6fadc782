package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The ledger. Money moves only inside the state change that causes it, so all money methods need a running transaction;
 * each locks the budget's row until that transaction ends, so call them last and several budgets in id order
 * ({@link #lockInOrder}). Amounts are gross, own share included.
 *
 * <p>All money methods refuse with {@code budget.not_enough} (position, category, school, free, needed, missing),
 * {@code posting.not_positive}, {@code posting.too_large}, and {@code posting_source_once} when the same source has already
 * made such a posting: a double click or a retry, which then changes nothing. What would pay from an undistributed rest is refused with
 * {@code budget.rest_pays_nothing}.
 */
@UseCases
public class Budgets {
    /** The approved position that a budget is opened for. */
    public record Position(Long positionId, Long applicationId, Long programmeId, Long schoolId, Category category) {
    }

    /**
     * What spending left behind.
     *
     * @param spendingId       the posting that spent
     * @param restCommitmentId the new commitment for what is still to come, null if nothing is
     */
    public record Spent(Long spendingId, Long restCommitmentId) {
    }

    /** The sums kept beside the budgets, from the list of their columns on. */
    private static final String STAGES = """
            allotted_cents, reserved_cents, committed_cents, spent_cents) values (?, ?, ?, ?, ?) on duplicate key update
            allotted_cents = allotted_cents + values(allotted_cents), reserved_cents = reserved_cents + values(reserved_cents),
            committed_cents = committed_cents + values(committed_cents), spent_cents = spent_cents + values(spent_cents)""";
    private static final String INNER = "Inner door: the use case that moves the money has asked the guard.";

    @PersistenceContext
    EntityManager em;
    @Inject
    BudgetQueries queries;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Locks several budgets, the smallest id first, so that two transactions never wait for each other. Call it before
     * the first money method when a use case moves more than one budget.
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void lockInOrder(Collection<Long> budgetIds) {
        lockSums(new TreeSet<>(budgetIds).stream().map(id -> Find.locked(em, Budget.class, id)).toList());
    }

    /** The sums that steps over several budgets will change, in the order of their ids: two such steps never wait for each other. */
    private void lockSums(List<Budget> budgets) {
        List<Budget> summed = budgets.stream().filter(b -> b.applicationId() != null).toList();
        if (summed.size() < 2) {
            return;
        }
        em.createQuery("select t from ApplicationTotal t where t.applicationId in :ids order by t.applicationId", ApplicationTotal.class)
                .setParameter("ids", summed.stream().map(Budget::applicationId).collect(Collectors.toSet())).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Set<Long> schools = summed.stream().map(Budget::schoolId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!schools.isEmpty()) {
            em.createQuery("select u from SchoolUse u where u.schoolId in :schools and u.category in :categories order by u.id", SchoolUse.class)
                    .setParameter("schools", schools).setParameter("categories", summed.stream().map(Budget::category).filter(Objects::nonNull).collect(Collectors.toSet()))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        }
    }

    /**
     * Locks the budgets that are to pay something, the smallest id first, and refuses with {@code budget.not_enough} what does
     * not fit as a whole, so that the refusal speaks of all lines and not of the last.
     *
     * @param amounts what each budget is to reserve in all
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void lockFor(Map<Long, Money> amounts) {
        List<Budget> locked = new ArrayList<>();
        new TreeMap<>(amounts).forEach((id, amount) -> {
            Budget budget = Find.locked(em, Budget.class, id);
            budget.unlessFits(amount, () -> queries.name(id));
            locked.add(budget);
        });
        lockSums(locked);
    }

    /** Refuses {@code budget.period_over}, or {@code own_money.over}, if these budgets could not pay what came on that day. */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void unlessOver(Collection<Long> budgetIds, LocalDate day) {
        budgetIds.forEach(id -> queries.name(id).unlessOver(day));
    }

    /**
     * Reserves money (Vormerkung) for an approved request.
     *
     * @param source what causes it, e.g. {@code request_item:42}
     * @return id of the reservation, for {@link #commit} or {@link #release}
     * @throws Refused {@code budget.period_over} after the approval period has ended, {@code own_money.over} for own money
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long reserve(long budgetId, Money amount, String source, String note) {
        Budget budget = Find.locked(em, Budget.class, budgetId);
        BudgetName name = queries.name(budgetId);
        name.unlessOver(clock.today());
        unlessPosted(source, PostingKind.RESERVE);
        budget.unlessRest();
        budget.reserve(amount, () -> name);
        return post(budget, new Posting(budgetId, PostingKind.RESERVE, amount, null, source, note));
    }

    /**
     * Turns a reservation into a commitment (Auftrag). A smaller amount frees the rest, a larger one must still fit.
     *
     * @return id of the commitment, for {@link #spend} or {@link #release}
     * @throws Refused {@code posting_resolves_once} if the reservation is already resolved, {@code posting.wrong_kind} if it
     *                 is none, {@code budget.period_over} after the approval period has ended, {@code own_money.over} for own money
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long commit(long reservationId, Money amount, String source) {
        Posting reservation = Find.one(em, Posting.class, reservationId);
        Budget budget = Find.locked(em, Budget.class, reservation.budgetId());
        BudgetName name = queries.name(budget.id());
        name.unlessOver(clock.today());
        unlessResolved(reservation);
        unlessPosted(source, PostingKind.COMMIT);
        budget.commit(reservation, amount, () -> name);
        return post(budget, new Posting(budget.id(), PostingKind.COMMIT, amount, reservation, source, null));
    }

    /**
     * Spends from a commitment (Anordnung) and keeps a rest committed for what is still to come. Amount and rest together
     * may be less than the commitment, which frees the difference, or more, which must still fit.
     *
     * @param rest       nothing or {@link Money#ZERO} when all has come
     * @param suppliedOn day on which the goods came: it must be within the approval period, the invoice may come later
     * @throws Refused {@code posting_resolves_once} if the commitment is already resolved, {@code posting.wrong_kind} if it
     *                 is none, {@code budget.period_over} for goods that came after the approval period
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Spent spend(long commitmentId, Money amount, Money rest, LocalDate suppliedOn, String source) {
        Money kept = rest == null ? Money.ZERO : rest;
        Posting commitment = Find.one(em, Posting.class, commitmentId);
        Budget budget = Find.locked(em, Budget.class, commitment.budgetId());
        BudgetName name = queries.name(budget.id());
        name.unlessOver(suppliedOn);
        unlessResolved(commitment);
        unlessPosted(source, PostingKind.SPEND);
        budget.spend(commitment, amount, kept, () -> name);
        Long spending = post(budget, new Posting(budget.id(), PostingKind.SPEND, amount, commitment, source, null));
        return new Spent(spending, kept.equals(Money.ZERO) ? null
                : post(budget, new Posting(budget.id(), PostingKind.COMMIT, kept, null, source, null)));
    }

    /**
     * Frees a reservation or a commitment that is not needed.
     *
     * @throws Refused {@code posting_resolves_once} if it is already resolved, {@code posting.wrong_kind} if it is neither
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void release(long openPostingId, String source, String note) {
        Posting open = Find.one(em, Posting.class, openPostingId);
        Budget budget = Find.locked(em, Budget.class, open.budgetId());
        unlessResolved(open);
        unlessPosted(source, PostingKind.RELEASE);
        budget.release(open, () -> queries.name(budget.id()));
        post(budget, new Posting(budget.id(), PostingKind.RELEASE, open.amount(), open, source, note));
    }

    /**
     * Gives a commitment another amount, because an order was changed: what is less is free again, what is more must fit.
     *
     * @param amount {@link Money#ZERO} ends it
     * @return id of the new commitment, null if nothing is committed any more; the old one if nothing changes
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long recommit(long commitmentId, Money amount, String source, String note) {
        Posting commitment = Find.one(em, Posting.class, commitmentId);
        if (commitment.amount().equals(amount)) {
            return commitmentId;
        }
        Budget budget = Find.locked(em, Budget.class, commitment.budgetId());
        unlessResolved(commitment);
        unlessPosted(source, PostingKind.RELEASE);
        budget.recommit(commitment, amount, () -> queries.name(budget.id()));
        post(budget, new Posting(budget.id(), PostingKind.RELEASE, commitment.amount(), commitment, source, note));
        return amount.equals(Money.ZERO) ? null : post(budget, new Posting(budget.id(), PostingKind.COMMIT, amount, null, source, note));
    }

    /** Commits what no reservation holds, because what was spent on an order is taken back. Answers the commitment. */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long commitAnew(long budgetId, Money amount, String source, String note) {
        Budget budget = Find.locked(em, Budget.class, budgetId);
        unlessPosted(source, PostingKind.COMMIT);
        budget.unlessRest();
        budget.commitAnew(amount, () -> queries.name(budgetId));
        return post(budget, new Posting(budgetId, PostingKind.COMMIT, amount, null, source, note));
    }

    /**
     * Changes what a budget has spent because of a paper of its own: a credit note, an invoice that is taken back, a later charge.
     *
     * @param amount below zero takes back
     * @throws Refused {@code budget.correct_below_zero} if more is taken back than was spent
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long adjust(long budgetId, Money amount, String source, String note) {
        Budget budget = Find.locked(em, Budget.class, budgetId);
        unlessPosted(source, PostingKind.CORRECT);
        budget.unlessRest();
        budget.correct(amount, () -> queries.name(budgetId));
        return post(budget, new Posting(budgetId, PostingKind.CORRECT, amount, null, source, note));
    }

    /**
     * Posts a correction by a free amount that two people have agreed on, with a reason that stays in the ledger and in the history of the budget.
     *
     * @param amount below zero takes back
     * @param no     what the correction is called
     * @throws Refused {@code budget.correct_below_zero} if more is taken back than was spent
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void correct(long budgetId, Money amount, String source, String no, String reason) {
        adjust(budgetId, amount, source, reason);
        history.record(Find.one(em, Budget.class, budgetId).ref(queries.ref(budgetId).label()), BudgetAction.CORRECT,
                Said.that("said.budget_correction", amount, no));
    }

    /**
     * Refuses a correction that would not fit now; locks the budget and posts nothing.
     *
     * @param seen version of the budget that the asker saw
     * @throws Refused as {@link #correct}, {@code posting.not_positive} for zero, {@code budget.rest_pays_nothing}
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void unlessCorrectable(long budgetId, Integer seen, Money amount) {
        Budget budget = Find.locked(em, Budget.class, budgetId);
        budget.unlessChangedSince(seen, queries.ref(budgetId).label());
        budget.unlessRest();
        budget.unlessCorrectable(amount, () -> queries.name(budgetId));
    }

    /**
     * Opens the budget of an approved position with its allotment, in the transaction that records the decision.
     *
     * @return id of the budget
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long open(Position position, Money approved, String source, String note) {
        Budget budget = new Budget(position.positionId(), position.applicationId(), position.programmeId(), position.schoolId(),
                position.category());
        em.persist(budget);
        em.flush();
        budget.allot(approved, () -> queries.name(budget.id()));
        post(budget, new Posting(budget.id(), PostingKind.ALLOT, approved, null, source, note));
        return budget.id();
    }

    /**
     * Gives a position more, or takes back what is free, because a later decision says so.
     *
     * @param signed less than nothing takes back
     * @throws Refused {@code budget.not_enough} if more is taken back than is free
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void allotMore(long budgetId, Money signed, String source, String note) {
        Budget budget = Find.locked(em, Budget.class, budgetId);
        unlessPosted(source, PostingKind.ALLOT);
        budget.allotMore(signed, () -> queries.name(budgetId));
        post(budget, new Posting(budgetId, PostingKind.ALLOT, signed, null, source, note));
    }

    /**
     * Opens the budget of what a decision granted and no position has, in the transaction that records the decision.
     *
     * @return id of the budget
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Long openRest(Long applicationId, Long programmeId, Long authorityId, Money granted, String note) {
        Budget budget = Budget.rest(applicationId, programmeId, authorityId);
        em.persist(budget);
        em.flush();
        budget.allot(granted, () -> queries.name(budget.id()));
        post(budget, new Posting(budget.id(), PostingKind.ALLOT, granted, null, "rest:" + applicationId, note));
        return budget.id();
    }

    /**
     * Moves free money from one budget to another: a pair of postings with the same reason.
     *
     * @param source what causes it, e.g. {@code transfer:7}; the posting of the receiving budget ends in {@code :to}
     * @throws Refused {@code budget.not_enough}, {@code own_money.not_enough} if the giving budget has not that much free
     */
    @Unguarded(INNER)
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void transfer(long fromId, long toId, Money amount, String source, String note) {
        if (amount.cents() <= 0) {
            throw new Refused("posting.not_positive", amount);
        }
        lockInOrder(List.of(fromId, toId));
        Budget from = Find.locked(em, Budget.class, fromId);
        Budget to = Find.locked(em, Budget.class, toId);
        unlessPosted(source, PostingKind.TRANSFER);
        Money less = Money.ZERO.minus(amount);
        from.unlessFits(amount, () -> queries.name(fromId));
        from.allotMore(less, () -> queries.name(fromId));
        to.allotMore(amount, () -> queries.name(toId));
        post(from, new Posting(fromId, PostingKind.TRANSFER, less, null, source, note));
        post(to, new Posting(toId, PostingKind.TRANSFER, amount, null, source + ":to", note));
    }

    /** Writes the posting and keeps the sums of its application, its school and its day; own money belongs to none of them. */
    Long post(Budget budget, Posting posting) {
        posting.signedBy(actor.id(), actor.name(), clock.now());
        posting.of(budget.kind());
        em.persist(posting);
        em.flush();
        if (posting.boundCents() != 0 && budget.applicationId() != null) {
            em.createNativeQuery("insert into bound_by_day (application_id, bound_on, cents) values (?, ?, ?) on duplicate key update cents = cents + values(cents)")
                    .setParameter(1, budget.applicationId()).setParameter(2, posting.at().atZone(ZoneOffset.UTC).toLocalDate())
                    .setParameter(3, posting.boundCents()).executeUpdate();
        }
        keep(budget);
        return posting.id();
    }

    private void keep(Budget budget) {
        long[] moved = budget.moved();
        if (budget.applicationId() == null || Arrays.stream(moved).allMatch(cents -> cents == 0)) {
            return;
        }
        if (budget.kind() == BudgetKind.REST) {
            em.createNativeQuery("insert into application_total (application_id, rest_cents) values (?, ?) on duplicate key update rest_cents = rest_cents + values(rest_cents)")
                    .setParameter(1, budget.applicationId()).setParameter(2, moved[0]).executeUpdate();
            return;
        }
        add(em.createNativeQuery("insert into application_total (application_id, " + STAGES).setParameter(1, budget.applicationId()), 2, moved);
        add(em.createNativeQuery("insert into school_use (programme_id, school_id, category, " + STAGES.replace("(?,", "(?, ?, ?,"))
                .setParameter(1, budget.programmeId()).setParameter(2, budget.schoolId()).setParameter(3, budget.category().name()), 4, moved);
    }

    private static void add(Query insert, int first, long[] moved) {
        for (int stage = 0; stage < moved.length; stage++) {
            insert.setParameter(first + stage, moved[stage]);
        }
        insert.executeUpdate();
    }

    /** Asked while the budget is locked, so the answer holds; the UNIQUE of the table is the fence behind it. */
    private void unlessResolved(Posting posting) {
        if (em.createQuery("select count(p) from Posting p where p.resolvesId = :id", Long.class)
                .setParameter("id", posting.id()).getSingleResult() > 0) {
            throw new Refused("posting_resolves_once");
        }
    }

    private void unlessPosted(String source, PostingKind kind) {
        if (em.createQuery("select count(p) from Posting p where p.source = :source and p.kind = :kind", Long.class)
                .setParameter("source", source).setParameter("kind", kind).getSingleResult() > 0) {
            throw new Refused("posting_source_once");
        }
    }
}
