package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which household years positions are to be paid. Amounts are eligible expenditure, own share included, in cents. */
@UseCases
public class PaymentPlans {
    /** Years of one plan. */
    public static final int MOST_YEARS = 12;
    private static final long MOST = 1_000_000_000_00L;

    /** What is to be paid in a household year, a calendar year. */
    public record PlanYear(@NotNull @Min(2000) @Max(2100) Integer year, @NotNull @Min(1) @Max(MOST) Long amountCents) {
    }

    /** The first plan of a position; the note may be null. */
    public record Record(@NotNull Long positionId, @NotEmpty @Size(max = MOST_YEARS) List<@NotNull @Valid PlanYear> years, @Size(max = 1000) String note) {
    }

    /** Other years or amounts, with the reason. */
    public record Change(@NotNull Integer version, @NotEmpty @Size(max = MOST_YEARS) List<@NotNull @Valid PlanYear> years, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Takes it back. */
    public record Drop(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    PlanFinder finder;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Records in which years a position is to be paid.
     *
     * @return id of the plan
     * @throws Refused {@code payment_plan.over} for an application that was rejected or withdrawn, {@code payment_plan.nothing} for a position that has
     *                 nothing, {@code payment_plan.year_twice}, {@code payment_plan.sum} unless the years come to what the position has; the database
     *                 refuses a second plan with {@code payment_plan_position_once}
     */
    public Long record(@Valid Record cmd) {
        PlanFinder.Position position = finder.position(cmd.positionId());
        guard.requireAuthority(APPLICATION_EDIT, position.authorityId());
        List<PlanYear> years = fitting(position, cmd.years());
        PaymentPlan plan = new PaymentPlan(position, position.amountCents(), actor.name(), clock.now());
        em.persist(plan);
        em.flush();
        write(plan, years);
        history.record(plan.ref(), PaymentPlanAction.RECORD, said(Said.NOTHING, "said.payment_plan_year", years).andWords(cmd.note()));
        return plan.id();
    }

    /**
     * Gives it other years or amounts; one that was taken back counts again.
     *
     * @throws Refused {@code payment_plan.same} if nothing changes, all others as {@link #record}
     */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(PaymentPlan.class, id, PaymentPlanAction.CHANGE, cmd.version());
        PaymentPlan plan = step.subject();
        PlanFinder.Position position = finder.position(plan.positionId());
        List<PlanYear> years = fitting(position, cmd.years());
        List<PlanYear> before = finder.years(id);
        if (step.change().from() == PaymentPlanState.CURRENT && before.equals(years)) {
            throw new Refused("payment_plan.same");
        }
        plan.comesTo(position.amountCents());
        em.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.createQuery("delete from PaymentPlanYear y where y.planId = :id").setParameter("id", id).executeUpdate();
        write(plan, years);
        step.record(said(said(Said.NOTHING, "said.payment_plan_before", before), "said.payment_plan_year", years).andWords(cmd.reason()));
    }

    /** Takes it back: the position counts by its measure again. */
    public void drop(long id, @Valid Drop cmd) {
        steps.take(PaymentPlan.class, id, PaymentPlanAction.DROP, cmd.version(), cmd.reason());
    }

    /** The years in their order, if they come to what the position has. */
    private static List<PlanYear> fitting(PlanFinder.Position position, List<PlanYear> years) {
        if (position.over()) {
            throw new Refused("payment_plan.over", position.applicationNo());
        }
        long amount = position.amountCents();
        if (amount <= 0) {
            throw new Refused("payment_plan.nothing", position.no());
        }
        Set<Integer> seen = new HashSet<>();
        years.stream().filter(y -> !seen.add(y.year())).findFirst().ifPresent(y -> {
            throw new Refused("payment_plan.year_twice", String.valueOf(y.year()));
        });
        long sum = years.stream().mapToLong(PlanYear::amountCents).sum();
        if (sum != amount) {
            throw new Refused("payment_plan.sum", Money.of(sum), Money.of(amount), Money.of(amount - sum));
        }
        return years.stream().sorted(Comparator.comparing(PlanYear::year)).toList();
    }

    private void write(PaymentPlan plan, List<PlanYear> years) {
        years.forEach(y -> em.persist(new PaymentPlanYear(plan.id(), y.year(), y.amountCents())));
        em.flush();
    }

    private static Said said(Said said, String key, List<PlanYear> years) {
        Said all = said;
        for (PlanYear y : years) {
            all = all.and(key, String.valueOf(y.year()), Money.of(y.amountCents()));
        }
        return all;
    }
}
