package de.schulpakt.funding.transfer;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions about transfers. */
@Queries
public class TransferQueries {
    /**
     * One transfer. Amounts gross, in cents.
     *
     * @param from    what the giving budget is called
     * @param actions what the asker may do now
     * @param apart   what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, TransferKind kind, TransferState state, Long authorityId, Long fromBudgetId, String from,
            Long toBudgetId, String to, Long amountCents, Long returnedCents, LocalDate backOn, String reason, Instant createdAt,
            Integer version, Set<TransferAction> actions, Map<TransferAction, TransferAction> apart, List<HistoryEntry> timeline) {
    }

    /** A transfer without what belongs to it. */
    record Facts(String no, TransferKind kind, TransferState state, Long authorityId, Long fromBudgetId, Long toBudgetId, Long amountCents,
            Long returnedCents, LocalDate backOn, String reason, Instant createdAt, Integer version) {
    }

    /**
     * A budget that money may come from or go to.
     *
     * @param availableCents what is left of it
     */
    public record Target(Long id, String school, Integer positionNo, Category category, Integer householdYear, String account, Long availableCents)
            implements Worded {
        @Override
        public String told(Locale locale) {
            return householdYear == null && school == null ? Texts.get(locale, "transfer.target_rest", Money.of(availableCents)) : householdYear == null
                    ? Texts.get(locale, "transfer.target", school, positionNo, Texts.get(locale, Texts.key(category)), Money.of(availableCents))
                    : Texts.get(locale, "transfer.target_own", String.valueOf(householdYear), account, Money.of(availableCents));
        }
    }

    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    BudgetQueries budgets;

    /**
     * One transfer with its history.
     *
     * @throws NotFound if there is none, or the asker may not see the money of its authority
     */
    public View view(long id) {
        Facts t = Ask.of(em, Facts.class, """
                select t.no as no, t.kind as kind, t.state as state_, t.authorityId as authorityId, t.fromBudgetId as fromBudgetId,
                    t.toBudgetId as toBudgetId, t.amountCents as amountCents, t.returnedCents as returnedCents, t.backOn as backOn,
                    t.reason as reason, t.createdAt as createdAt, t.version as version
                from Transfer t where t.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Transfer", id));
        guard.requireAuthority(BUDGET_VIEW, t.authorityId());
        Set<TransferAction> actions = guard.actionsOfAuthority(TransferFlow.FLOW, t.state(), t.authorityId());
        if (t.kind() == TransferKind.SHIFT) {
            actions.remove(TransferAction.GIVE_BACK);
        }
        Map<TransferAction, TransferAction> apart = duties.withhold(new Ref("Transfer", id, t.no()), TransferFlow.FLOW, actions);
        return new View(id, t.no(), t.kind(), t.state(), t.authorityId(), t.fromBudgetId(), budgets.ref(t.fromBudgetId()).label(), t.toBudgetId(),
                budgets.ref(t.toBudgetId()).label(), t.amountCents(), t.returnedCents(), t.backOn(), t.reason(), t.createdAt(), t.version(), actions,
                apart, history.of("Transfer", id));
    }

    /**
     * Where money of this budget may go, or come from: the other positions of its application, or own money of the same authority.
     *
     * @throws NotFound if there is no such budget, or the asker may not see the money of its authority
     */
    public List<Target> others(long budgetId) {
        BudgetQueries.View of = budgets.view(budgetId);
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return scope.bind(Ask.of(em, Target.class, """
                select b.id as id, s.name as school, p.no as positionNo, b.category as category, b.householdYear as householdYear,
                    b.account as account, %s as availableCents
                from Budget b left join FundingPosition p on p.id = b.positionId left join School s on s.id = b.schoolId
                where b.id <> :id and (b.applicationId = :application or b.authorityId = :authority) and (b.schoolId is null or""".formatted(BudgetQueries.FREE)
                + scope.school("s") + ") order by s.name, p.no, b.householdYear, b.account, b.id")).set("id", budgetId)
                .set("application", of.applicationId() == null ? -1L : of.applicationId())
                .set("authority", of.own() ? of.authorityId() : -1L).list(MOST);
    }
}
