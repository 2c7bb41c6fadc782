package de.schulpakt.funding.household;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Positions as their payment plans see them. Amounts are eligible expenditure, own share included, in cents. */
@ApplicationScoped
class PlanFinder {
    @PersistenceContext
    EntityManager em;

    /**
     * A position of an application.
     *
     * @param allottedCents what its budget has, null without one
     */
    record Position(Long id, Integer no, Long annexId, String school, Category category, String description, LocalDate measureFrom, LocalDate measureTo, Long appliedCents,
            Long allottedCents, Long applicationId, String applicationNo, Long authorityId, ApplicationState state, LocalDate periodFrom, LocalDate periodTo) {
        /** True once a decision grants something. */
        boolean decided() {
            return state == ApplicationState.APPROVED || state == ApplicationState.PARTLY_APPROVED;
        }

        /** True if nothing will come of it. */
        boolean over() {
            return state == ApplicationState.REJECTED || state == ApplicationState.WITHDRAWN;
        }

        /** What a plan of it must come to: what it has now, before the decision what was applied for. */
        long amountCents() {
            return !decided() ? appliedCents : allottedCents == null ? 0 : allottedCents;
        }
    }

    /** A position by its id. */
    Position position(long id) {
        return Ask.of(em, Position.class, """
                select p.id as id, p.no as no, x.id as annexId, s.name as school, p.category as category, p.description as description, p.measureFrom as measureFrom,
                    p.measureTo as measureTo, p.appliedCents as appliedCents, b.allottedCents as allottedCents, a.id as applicationId, a.no as applicationNo,
                    a.authorityId as authorityId, a.state as state_, a.periodFrom as periodFrom, a.periodTo as periodTo
                from FundingPosition p join Annex x on x.id = p.annexId join Application a on a.id = x.applicationId join School s on s.id = x.schoolId
                    left join Budget b on b.positionId = p.id where p.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("FundingPosition", id));
    }

    /** The years of a plan, the first one first. */
    List<PaymentPlans.PlanYear> years(long planId) {
        return Ask.of(em, PaymentPlans.PlanYear.class, "select y.year as year_, y.amountCents as amountCents from PaymentPlanYear y where y.planId = :id order by y.year")
                .set("id", planId).list();
    }
}
