package de.schulpakt.funding.redecision;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.RevisionState;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a correction of a decision may say. Asks nobody: the caller has asked the guard. */
@ApplicationScoped
class DecisionCorrectionRules {
    @PersistenceContext
    EntityManager em;
    @Inject
    Binding binding;
    @Inject
    BudgetQueries budgets;

    private record Purse(Long id, Long positionId, Long allottedCents, Long freeCents) {
    }

    private record Waiting(Long schoolId, Long cents) {
    }

    /** A budget that was opened for a school. */
    record Told(Long schoolId, Long budgetId) {
    }

    /**
     * Refuses amounts that cannot be: more than was applied for, nothing at all, a rest that would be too much, below what is bound or drawn, or beside
     * a later version that binds.
     *
     * @param to by position, only what changes
     */
    void unlessFits(Binding.Base base, Binding.Decision was, Binding.Decision said, Map<Long, Money> to, long restCents) {
        boolean period = !was.periodFrom().equals(said.periodFrom()) || !was.periodTo().equals(said.periodTo());
        if (!to.isEmpty() || period) {
            Ask.of(em, String.class, "select r.no from Revision r where r.applicationId = :id and r.boundNo is not null order by r.boundNo desc").set("id", base.id()).first()
                    .ifPresent(later -> {
                        throw new Refused("decision_correction.later_binds", later);
                    });
        }
        if (to.isEmpty()) {
            return;
        }
        to.forEach((id, money) -> {
            Binding.Position p = base.position(id);
            if (money.cents() > p.appliedCents()) {
                throw new Refused("position.approved_too_much", p.no(), Money.of(p.appliedCents()), money);
            }
        });
        long sum = base.positions().stream().mapToLong(p -> after(p, to)).sum();
        if (sum == 0) {
            throw new Refused("decision_correction.nothing_left", base.no());
        }
        Money ungranted = Money.of(base.positions().stream().mapToLong(Binding.Position::appliedCents).sum() - sum);
        if (restCents > ungranted.cents()) {
            throw new Refused("application.rest_too_much", ungranted, Money.of(restCents));
        }
        unlessBound(base, to);
        long signed = sum + restCents - base.grantedCents();
        if (signed < 0) {
            Money grant = binding.grant(base.id(), Money.of(base.grantedCents() + signed));
            Money drawn = Money.of(Ask.of(em, Long.class, """
                    select coalesce(sum(l.grantCents), 0) from DrawdownLine l join Drawdown d on d.id = l.drawdownId where d.applicationId = :id and l.live = 1""")
                    .set("id", base.id()).one().orElse(0L));
            if (drawn.compareTo(grant) > 0) {
                throw new Refused("decision_correction.drawn", drawn, grant, drawn.minus(grant));
            }
        }
    }

    /** What a position is granted after the correction. */
    static long after(Binding.Position p, Map<Long, Money> to) {
        return to.containsKey(p.id()) ? to.get(p.id()).cents() : p.approvedCents();
    }

    private void unlessBound(Binding.Base base, Map<Long, Money> to) {
        List<Purse> purses = Ask.of(em, Purse.class, """
                select b.id as id, b.positionId as positionId, b.allottedCents as allottedCents, b.freeCents as freeCents
                from Budget b where b.positionId in :ids order by b.id""").set("ids", to.keySet()).list();
        for (Purse purse : purses) {
            Binding.Position p = base.position(purse.positionId());
            long missing = p.approvedCents() - to.get(p.id()).cents() - purse.freeCents();
            if (missing > 0) {
                String holds = budgets.open(purse.id()).stream().map(BudgetQueries.Line::cause).filter(Objects::nonNull).map(c -> c.no()).filter(Objects::nonNull)
                        .distinct().limit(5).collect(Collectors.joining(", "));
                throw new Refused("decision_correction.bound", p.no(), to.get(p.id()), Money.of(purse.allottedCents() - purse.freeCents()), Money.of(missing),
                        holds.isEmpty() ? "–" : holds);
            }
        }
    }

    /** What the decision grants and no position has, in cents. */
    long rest(long applicationId) {
        return Ask.of(em, Long.class, "select coalesce(a.restCents, 0) from Application a where a.id = :id").set("id", applicationId).one().orElse(0L);
    }

    /** What versions of the programme have asked for in mobile devices and nobody has decided yet, by version and school. */
    List<Binding.More> waiting(Binding.Base base) {
        return Ask.of(em, Waiting.class, """
                select l.schoolId as schoolId, sum(l.toCents) - sum(l.fromCents) as cents from RevisionLine l join Revision r on r.id = l.revisionId
                    join Application a on a.id = r.applicationId
                where a.programmeId = :programme and r.state = :sent and r.kind <> :notice and l.category = :mobile
                group by r.id, l.schoolId having sum(l.toCents) > sum(l.fromCents)""").set("programme", base.programmeId())
                .set("sent", RevisionState.SUBMITTED).set("notice", RevisionKind.NOTICE).set("mobile", Category.MOBILE_DEVICE).list().stream()
                .map(w -> new Binding.More(w.schoolId(), Category.MOBILE_DEVICE, w.cents())).toList();
    }

    /** Schools that were told of a budget by the decision, each with one of its budgets. */
    List<Told> told(long applicationId) {
        return Ask.of(em, Told.class, "select b.schoolId as schoolId, min(b.id) as budgetId from Budget b where b.applicationId = :id and b.positionId is not null group by b.schoolId")
                .set("id", applicationId).list();
    }
}
