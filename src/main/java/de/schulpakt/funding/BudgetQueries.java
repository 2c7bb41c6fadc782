package de.schulpakt.funding;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Questions about budgets and their postings. Amounts gross, own share included, in cents. */
@Queries
public class BudgetQueries {
    private static final String FROM = " from Budget b join FundingPosition p on p.id = b.positionId"
            + " join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId"
            + " join School s on s.id = b.schoolId";
    private static final String ROW = "select new de.schulpakt.funding.BudgetRow(b.id, g.code, a.no, p.no, b.category, s.id,"
            + " s.name, b.allottedCents, b.reservedCents, b.committedCents, b.spentCents,"
            + " b.allottedCents - b.reservedCents - b.committedCents - b.spentCents, a.periodTo)";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** The budgets of a school, by programme and position, at most 200. */
    public List<BudgetRow> ofSchool(long schoolId) {
        guard.require(BUDGET_VIEW, schoolId);
        return em.createQuery(ROW + FROM + " where b.schoolId = :school order by g.code, a.no, p.no, b.id", BudgetRow.class)
                .setParameter("school", schoolId).setMaxResults(200).getResultList();
    }

    /**
     * A budget as other modules name it.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("Inner door: names a budget to the use case of another module, which has asked the guard for the school.")
    public BudgetRef ref(long budgetId) {
        Object[] row = one("select b.schoolId, b.category, b.allottedCents - b.reservedCents - b.committedCents"
                + " - b.spentCents, g.code, a.no, p.no", budgetId);
        Category category = (Category) row[1];
        String label = row[3] + " · " + row[4] + " · Position " + row[5] + " (" + Texts.get(Locale.GERMAN, category) + ")";
        return new BudgetRef(budgetId, (Long) row[0], category, ((Number) row[2]).longValue(), label);
    }

    BudgetName name(long budgetId) {
        Object[] row = one("select p.no, b.category, s.name, a.periodTo", budgetId);
        return new BudgetName((Integer) row[0], (Category) row[1], (String) row[2], (LocalDate) row[3]);
    }

    private Object[] one(String select, long budgetId) {
        return em.createQuery(select + FROM + " where b.id = :id", Object[].class).setParameter("id", budgetId)
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("Budget", budgetId));
    }
}
