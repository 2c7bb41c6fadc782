package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * The money of one approved position, or a line of own money of an authority, and the rule that it is never overspent: reserved +
 * committed + spent is at most what is allotted, and none is below zero. All amounts gross, own share included, in cents.
 */
@Entity
@Table(name = "budget")
class Budget {
    private static final int STAGES = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private BudgetKind kind;
    @Column(name = "position_id")
    private Long positionId;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "household_year")
    private Integer householdYear;
    @Column(name = "account")
    private String account;
    @Column(name = "title")
    private String title;
    @Column(name = "ends_on")
    private LocalDate endsOn;
    @Column(name = "allotted_cents")
    private long allottedCents;
    @Column(name = "reserved_cents")
    private long reservedCents;
    @Column(name = "committed_cents")
    private long committedCents;
    @Column(name = "spent_cents")
    private long spentCents;
    /** Reckoned by the database, for lists that are sorted after it; none where a list finds no budget. */
    @Column(name = "free_cents", insertable = false, updatable = false)
    private Long freeCents;
    /** Nine tenths or more are reserved, committed or spent; reckoned by the database, for an index. */
    @Column(name = "nearly_used", insertable = false, updatable = false)
    private boolean nearlyUsed;
    /** What has moved since the sums were last told: allotted, reserved, committed, spent. */
    @Transient
    private long[] moved = new long[STAGES];
    @Version
    @Column(name = "version")
    private int version;

    protected Budget() {
    }

    Budget(Long positionId, Long applicationId, Long programmeId, Long schoolId, Category category) {
        this.kind = BudgetKind.POSITION;
        this.positionId = positionId;
        this.applicationId = applicationId;
        this.programmeId = programmeId;
        this.schoolId = schoolId;
        this.category = category;
    }

    /** What a decision granted to an authority and no position of the application has. */
    static Budget rest(Long applicationId, Long programmeId, Long authorityId) {
        Budget budget = new Budget();
        budget.kind = BudgetKind.REST;
        budget.applicationId = applicationId;
        budget.programmeId = programmeId;
        budget.authorityId = authorityId;
        return budget;
    }

    /** Refuses with {@code budget.rest_pays_nothing}: first it is distributed. */
    void unlessRest() {
        if (kind == BudgetKind.REST) {
            throw new Refused("budget.rest_pays_nothing");
        }
    }

    /** A line of the household, usable until the end of its year. */
    static Budget ownMoney(Long authorityId, int householdYear, String account, String title) {
        Budget budget = new Budget();
        budget.kind = BudgetKind.OWN_MONEY;
        budget.authorityId = authorityId;
        budget.householdYear = householdYear;
        budget.account = account;
        budget.title = title;
        budget.usableTo(LocalDate.of(householdYear, 12, 31));
        return budget;
    }

    void usableTo(LocalDate day) {
        this.endsOn = day;
    }

    Long id() {
        return id;
    }

    /** Whose own money or rest it is, null for a position. */
    Long authorityId() {
        return authorityId;
    }

    BudgetKind kind() {
        return kind;
    }

    Integer householdYear() {
        return householdYear;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    Money allotted() {
        return Money.of(allottedCents);
    }

    Long applicationId() {
        return applicationId;
    }

    Long schoolId() {
        return schoolId;
    }

    Long programmeId() {
        return programmeId;
    }

    Category category() {
        return category;
    }

    /** The budget under a name that people know. */
    Ref ref(String label) {
        return new Ref("Budget", id, label).ofSchool(schoolId).ofAuthority(authorityId);
    }

    Money available() {
        return Money.of(allottedCents - reservedCents - committedCents - spentCents);
    }

    void unlessChangedSince(Integer seen, String label) {
        Conflict.unlessSame(ref(label), seen, version);
    }

    /** Gives the approved amount. */
    void allot(Money amount, Supplier<BudgetName> name) {
        move(positive(amount), 0, 0, 0, name);
    }

    /** Gives more, or takes back what is free. */
    void allotMore(Money signed, Supplier<BudgetName> name) {
        move(signed.cents(), 0, 0, 0, name);
    }

    /** Reserves what is free. */
    void reserve(Money amount, Supplier<BudgetName> name) {
        move(0, positive(amount), 0, 0, name);
    }

    /** Turns a reservation into a commitment: less frees the rest, more must still fit. */
    void commit(Posting reservation, Money amount, Supplier<BudgetName> name) {
        long reserved = open(reservation, PostingKind.RESERVE);
        move(0, -reserved, positive(amount), 0, name);
    }

    /** Spends from a commitment and keeps a rest committed: less frees the difference, more must still fit. */
    void spend(Posting commitment, Money amount, Money rest, Supplier<BudgetName> name) {
        long committed = open(commitment, PostingKind.COMMIT);
        if (rest.cents() < 0) {
            throw new Refused("posting.not_positive", rest);
        }
        move(0, 0, rest.cents() - committed, positive(amount), name);
    }

    /** Gives a commitment another amount: less frees the rest, more must still fit. */
    void recommit(Posting commitment, Money amount, Supplier<BudgetName> name) {
        if (amount.cents() < 0) {
            throw new Refused("posting.not_positive", amount);
        }
        move(0, 0, amount.cents() - open(commitment, PostingKind.COMMIT), 0, name);
    }

    /** Commits what is free. */
    void commitAnew(Money amount, Supplier<BudgetName> name) {
        move(0, 0, positive(amount), 0, name);
    }

    /** Frees a reservation or a commitment. */
    void release(Posting open, Supplier<BudgetName> name) {
        if (open.kind() == PostingKind.RESERVE) {
            move(0, -open(open, PostingKind.RESERVE), 0, 0, name);
        } else {
            move(0, 0, -open(open, PostingKind.COMMIT), 0, name);
        }
    }

    /** Spends more, or takes back what was spent. */
    void correct(Money signed, Supplier<BudgetName> name) {
        unlessCorrectable(signed, name);
        move(0, 0, 0, signed.cents(), name);
    }

    /** Refuses a correction that does not fit. */
    void unlessCorrectable(Money signed, Supplier<BudgetName> name) {
        if (signed.cents() == 0) {
            throw new Refused("posting.not_positive", signed);
        }
        if (signed.cents() < 0 && signed.plus(Money.of(spentCents)).cents() < 0) {
            throw new Refused("budget.correct_below_zero", Money.of(spentCents));
        }
        unlessFits(signed, name);
    }

    /** The only place that writes the balances: all four at once, or none. */
    private void move(long allot, long reserve, long commit, long spend, Supplier<BudgetName> name) {
        long missing;
        try {
            missing = Math.subtractExact(Math.addExact(Math.addExact(reserve, commit), spend),
                    Math.addExact(available().cents(), allot));
            Math.addExact(allottedCents, allot);
        } catch (ArithmeticException e) {
            throw new Refused("posting.too_large");
        }
        if (missing > 0) {
            throw name.get().notEnough(available(), Money.of(missing));
        }
        if (reservedCents + reserve < 0 || committedCents + commit < 0 || spentCents + spend < 0) {
            throw new IllegalStateException("budget " + id + " would fall below zero: its postings do not fit its balances");
        }
        allottedCents += allot;
        reservedCents += reserve;
        committedCents += commit;
        spentCents += spend;
        long[] now = {allot, reserve, commit, spend};
        for (int stage = 0; stage < STAGES; stage++) {
            moved[stage] += now[stage];
        }
    }

    /** What has moved since this was last asked, for the sums that are kept beside: allotted, reserved, committed, spent. */
    long[] moved() {
        long[] told = moved;
        moved = new long[STAGES];
        return told;
    }

    /** Refuses an amount that is more than what is free. */
    void unlessFits(Money amount, Supplier<BudgetName> name) {
        if (amount.compareTo(available()) > 0) {
            throw name.get().notEnough(available(), amount.minus(available()));
        }
    }

    private long open(Posting posting, PostingKind kind) {
        if (!posting.isOf(id)) {
            throw new Refused("posting.other_budget");
        }
        if (posting.kind() != kind) {
            throw new Refused("posting.wrong_kind", posting.kind(), kind);
        }
        return posting.amount().cents();
    }

    private static long positive(Money amount) {
        if (amount.cents() <= 0) {
            throw new Refused("posting.not_positive", amount);
        }
        return amount.cents();
    }
}
