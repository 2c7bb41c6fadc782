package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
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
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an award costs its authority after the fund ends. Amounts gross, in cents, for each year. */
@UseCases
public class FollowCosts {
    private static final String SERIES = "Y";
    private static final long MOST = 1_000_000_000_00L;

    /**
     * A cost that goes on.
     *
     * @param yearlyCents gross, in each of its years
     * @param firstYear   first calendar year, with the last one
     * @param source      why, or where it stands
     */
    public record Record(@NotNull Long applicationId, @NotNull FollowCostKind kind, @NotBlank @Size(max = 200) String title, @NotNull @Min(1) @Max(MOST) Long yearlyCents,
            @NotNull @Min(2000) @Max(2100) Integer firstYear, @NotNull @Min(2000) @Max(2100) Integer lastYear, @NotBlank @Size(max = 1000) String source) {
    }

    /**
     * A replacement that the records propose.
     *
     * @param modelKind   kind of the devices
     * @param endsIn      year in which their useful life ends
     * @param amountCents what the sender has seen that they cost
     * @param title       null: it is named by kind and year, in the language of who reads it
     */
    public record TakeOver(@NotNull Long applicationId, @NotBlank @Size(max = 30) String modelKind, @NotNull Integer endsIn, @NotNull Long amountCents,
            @Size(max = 200) String title) {
    }

    /** Another title, amount or other years; the title of a replacement may be null: then it is named by kind and year. */
    public record Change(@NotNull Integer version, @Size(max = 200) String title, @NotNull @Min(1) @Max(MOST) Long yearlyCents,
            @NotNull @Min(2000) @Max(2100) Integer firstYear, @NotNull @Min(2000) @Max(2100) Integer lastYear, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Ends it: that year is its last one. */
    public record End(@NotNull Integer version, @NotNull Integer endYear, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Takes it back. */
    public record TakeBack(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Lets it count again. */
    public record Reopen(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Binding binding;
    @Inject
    ReplacementFinder replacements;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Records a cost that goes on after the fund ends.
     *
     * @return its id
     * @throws Refused {@code follow_cost.no_award} before the decision, {@code follow_cost.years} if the last year is before the first
     */
    public Long record(@Valid Record cmd) {
        Binding.Base award = award(cmd.applicationId());
        FollowCost cost = FollowCost.recorded(numbers.next(SERIES), award.authorityId(), cmd, actor.name(), clock.now());
        em.persist(cost);
        em.flush();
        history.record(cost.ref(), FollowCostAction.RECORD, said(award, cost).andWords(cmd.source()));
        return cost.id();
    }

    /**
     * Takes over what the records say that devices cost whose useful life ends in a year.
     *
     * @return its id
     * @throws Refused {@code follow_cost.no_award} before the decision, {@code follow_cost.nothing_ends} if no such devices are there,
     *                 {@code follow_cost.proposal_changed} if they cost something else by now, {@code follow_cost.taken_over} the second time
     */
    public Long takeOver(@Valid TakeOver cmd) {
        Binding.Base award = award(cmd.applicationId());
        ReplacementFinder.Row found = replacements.of(cmd.applicationId(), cmd.modelKind(), cmd.endsIn())
                .orElseThrow(() -> new Refused("follow_cost.nothing_ends", String.valueOf(cmd.endsIn())));
        if (!found.paidCents().equals(cmd.amountCents())) {
            throw new Refused("follow_cost.proposal_changed", Money.of(cmd.amountCents()), Money.of(found.paidCents()));
        }
        if (em.createQuery("select count(c) from FollowCost c where c.applicationId = :application and c.modelKind = :kind and c.endsIn = :year and c.state <> :gone", Long.class)
                .setParameter("application", cmd.applicationId()).setParameter("kind", cmd.modelKind()).setParameter("year", cmd.endsIn())
                .setParameter("gone", FollowCostState.TAKEN_BACK).getSingleResult() > 0) {
            throw new Refused("follow_cost.taken_over", String.valueOf(cmd.endsIn()));
        }
        FollowCost cost = FollowCost.replacing(numbers.next(SERIES), award.authorityId(), cmd, found, actor.name(), clock.now());
        em.persist(cost);
        em.flush();
        history.record(cost.ref(), FollowCostAction.TAKE_OVER, said(award, cost).and("said.follow_cost_devices", found.devices(), found.usefulYears()));
        return cost.id();
    }

    /**
     * Changes title, amount or years.
     *
     * @throws Refused {@code follow_cost.untitled} without a title, unless it replaces devices; {@code follow_cost.same} if nothing changes, {@code follow_cost.years} if the last year is before the first
     */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(FollowCost.class, id, FollowCostAction.CHANGE, cmd.version());
        FollowCost cost = step.subject();
        Said before = Said.that("said.follow_cost_before", cost.yearly(), String.valueOf(cost.firstYear()), String.valueOf(cost.lastYear()));
        cost.change(cmd);
        step.record(before.and("said.follow_cost_now", cost.yearly(), String.valueOf(cost.firstYear()), String.valueOf(cost.lastYear())).andWords(cmd.reason()));
    }

    /**
     * Ends it before its last year.
     *
     * @throws Refused {@code follow_cost.end_year} for a year before its first one, or not before its last one
     */
    public void end(long id, @Valid End cmd) {
        var step = steps.begin(FollowCost.class, id, FollowCostAction.END, cmd.version());
        step.subject().ended(cmd.endYear());
        step.record(Said.that("said.follow_cost_ended", String.valueOf(cmd.endYear())).andWords(cmd.reason()));
    }

    /** Takes it back: it counts in no year. */
    public void takeBack(long id, @Valid TakeBack cmd) {
        steps.take(FollowCost.class, id, FollowCostAction.TAKE_BACK, cmd.version(), cmd.reason());
    }

    /** Lets what was ended or taken back count again, in all of its years. */
    public void reopen(long id, @Valid Reopen cmd) {
        steps.take(FollowCost.class, id, FollowCostAction.REOPEN, cmd.version(), cmd.reason()).reopened();
    }

    private Binding.Base award(Long applicationId) {
        Binding.Base award = binding.of(applicationId);
        guard.requireAuthority(APPLICATION_EDIT, award.authorityId());
        if (!award.decided()) {
            throw new Refused("follow_cost.no_award", award.no());
        }
        return award;
    }

    private static Said said(Binding.Base award, FollowCost cost) {
        return Said.that("said.follow_cost", award.no(), cost.kind(), cost.yearly(), String.valueOf(cost.firstYear()), String.valueOf(cost.lastYear()));
    }
}
