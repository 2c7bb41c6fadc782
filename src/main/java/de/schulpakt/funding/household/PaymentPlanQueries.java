package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about payment plans. Amounts are eligible expenditure, own share included, in cents. */
@Queries
public class PaymentPlanQueries {
    /**
     * The plan of a position, or that there is none.
     *
     * @param decided     true once a decision grants something
     * @param amountCents what a plan must come to: what the position has now, before the decision what was applied for
     * @param planId      null, like state, version and who recorded it, if there is none
     * @param years       of the plan, also of one that was taken back
     * @param counts      true if own shares follow the plan: it was not taken back, and comes to what the position has
     * @param mayRecord   true if the asker may record the first one
     * @param actions     what the asker may do to the one that there is
     */
    public record View(Long positionId, Integer no, Long annexId, String school, Category category, String description, LocalDate measureFrom, LocalDate measureTo,
            Long applicationId, String applicationNo, ApplicationState applicationState, Long authorityId, LocalDate periodFrom, LocalDate periodTo, boolean decided, long amountCents,
            Long planId, PaymentPlanState state, Integer version, String recordedBy, Instant recordedAt, List<PaymentPlans.PlanYear> years, boolean counts, boolean mayRecord,
            Set<PaymentPlanAction> actions, List<HistoryEntry> timeline) {
        /** What the years come to. */
        public long totalCents() {
            return years.stream().mapToLong(PaymentPlans.PlanYear::amountCents).sum();
        }
    }

    private record Plan(Long id, PaymentPlanState state, Integer version, String recordedBy, Instant recordedAt) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    PlanFinder finder;

    /**
     * The plan of a position, also where there is none.
     *
     * @throws NotFound if there is no such position or the asker may not see its application
     */
    public View ofPosition(long positionId) {
        PlanFinder.Position p = finder.position(positionId);
        try {
            guard.requireAward(APPLICATION_VIEW, p.applicationId(), p.authorityId());
        } catch (NotFound hidden) {
            throw new NotFound("FundingPosition", positionId);
        }
        Plan plan = Ask.of(em, Plan.class, """
                select l.id as id, l.state as state_, l.version as version_, l.recordedBy as recordedBy, l.recordedAt as recordedAt from PaymentPlan l
                where l.positionId = :id""").set("id", positionId).one().orElse(null);
        List<PaymentPlans.PlanYear> years = plan == null ? List.of() : finder.years(plan.id());
        boolean counts = plan != null && plan.state() == PaymentPlanState.CURRENT
                && years.stream().mapToLong(PaymentPlans.PlanYear::amountCents).sum() == p.amountCents();
        boolean mayRecord = plan == null && !p.over() && p.amountCents() > 0 && guard.mayAuthority(APPLICATION_EDIT, p.authorityId());
        return new View(positionId, p.no(), p.annexId(), p.school(), p.category(), p.description(), p.measureFrom(), p.measureTo(), p.applicationId(), p.applicationNo(), p.state(),
                p.authorityId(), p.periodFrom(), p.periodTo(), p.decided(), p.amountCents(), plan == null ? null : plan.id(), plan == null ? null : plan.state(),
                plan == null ? null : plan.version(), plan == null ? null : plan.recordedBy(), plan == null ? null : plan.recordedAt(), years, counts, mayRecord,
                plan == null || p.over() ? Set.of() : guard.actionsOfAuthority(PaymentPlanFlow.FLOW, plan.state(), p.authorityId()),
                plan == null ? List.of() : history.of("PaymentPlan", plan.id()));
    }

    /**
     * A plan by its own id.
     *
     * @throws NotFound if there is none or the asker may not see its application
     */
    public View view(long id) {
        Long position = Ask.of(em, Long.class, "select l.positionId as id from PaymentPlan l where l.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("PaymentPlan", id));
        try {
            return ofPosition(position);
        } catch (NotFound hidden) {
            throw new NotFound("PaymentPlan", id);
        }
    }
}
