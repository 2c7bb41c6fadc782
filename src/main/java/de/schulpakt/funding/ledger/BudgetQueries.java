package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions about budgets and their postings. Amounts gross, own share included, in cents. */
@Queries
public class BudgetQueries {
    /** What a list of budgets asks; null asks for all. */
    public record Filter(Long programmeId, Long authorityId, Long applicationId, Long schoolId, Category category) {
    }

    /**
     * A budget as other modules name it.
     *
     * @param label e.g. DigitalPakt 2.0 · A-2026-0001 · Position 3 (WLAN); German, kept as frozen text on what was bought
     */
    public record Named(Long id, Long programmeId, Long schoolId, Category category, Long availableCents, String label) {
    }

    /**
     * A budget in a list. Amounts gross, own share included, in cents.
     *
     * @param availableCents allotted - reserved - committed - spent
     * @param periodTo       last day of the approval period
     */
    public record Row(Long id, String programmeCode, String applicationNo, Integer positionNo, Category category,
            Long schoolId, String school, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
            Long availableCents, LocalDate periodTo) {
    }

    /**
     * One budget. Amounts gross, own share included, in cents.
     *
     * @param actions what the asker may do now
     */
    public record View(Long id, Long programmeId, String programmeCode, Long applicationId, String applicationNo,
            Integer positionNo, String description, Category category, Long schoolId, String school, Long allottedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long availableCents, LocalDate periodFrom,
            LocalDate periodTo, String decisionReference, Integer version, Set<BudgetAction> actions) {
    }

    /**
     * A line of the ledger. The source is what caused it, e.g. {@code request_item:42}.
     *
     * @param amountCents gross, own share included
     * @param resolvesId  the reservation or commitment that this one ended
     * @param resolvedBy  the posting that ended this one, null while it is open or if it never opens
     */
    public record Line(Long id, PostingKind kind, Long amountCents, Long resolvesId, Long resolvedBy, String source,
            String actor, Instant at, String note) {
        /** Kind of the source, e.g. request_item. */
        public String sourceType() {
            int colon = source.indexOf(':');
            return colon < 0 ? source : source.substring(0, colon);
        }

        /** Id of the source, null if it has none. */
        public Long sourceId() {
            String[] parts = source.split(":");
            return parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null;
        }

        /** True for a reservation or commitment that nothing has ended yet. */
        public boolean open() {
            return resolvedBy == null && (kind == PostingKind.RESERVE || kind == PostingKind.COMMIT);
        }
    }

    /** JPQL of the free money of a budget {@code b}; in brackets, because EclipseLink takes a - b - c as a - (b - c). */
    public static final String FREE = "b.allottedCents - (b.reservedCents + b.committedCents + b.spentCents)";
    private static final String FROM = " from Budget b join FundingPosition p on p.id = b.positionId"
            + " join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId"
            + " join School s on s.id = b.schoolId";
    private static final String ROW = "select new de.schulpakt.funding.ledger.BudgetQueries.Row(b.id, g.code, a.no, p.no, b.category, s.id,"
            + " s.name, b.allottedCents, b.reservedCents, b.committedCents, b.spentCents,"
            + " " + FREE + ", a.periodTo)";

    private static final Map<String, String> COLUMNS = Map.of("school", "s.name", "category", "b.category", "application", "a.no",
            "position", "p.no", "allotted", "b.allottedCents", "reserved", "b.reservedCents", "committed", "b.committedCents",
            "spent", "b.spentCents", "periodTo", "a.periodTo", "available", FREE);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** The budgets of a school, by programme and position, at most 200. */
    public List<Row> ofSchool(long schoolId) {
        guard.require(BUDGET_VIEW, schoolId);
        return em.createQuery(ROW + FROM + " where b.schoolId = :school order by g.code, a.no, p.no, b.id", Row.class)
                .setParameter("school", schoolId).setMaxResults(200).getResultList();
    }

    /**
     * A budget as other modules name it.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("Inner door: names a budget to the use case of another module, which has asked the guard for the school.")
    public Named ref(long budgetId) {
        Object[] row = one("select b.schoolId, b.category, b.allottedCents - (b.reservedCents + b.committedCents"
                + " + b.spentCents), g.code, a.no, p.no, b.programmeId", budgetId);
        Category category = (Category) row[1];
        String label = row[3] + " · " + row[4] + " · Position " + row[5] + " (" + Texts.get(Locale.GERMAN, category) + ")";
        return new Named(budgetId, (Long) row[6], (Long) row[0], category, ((Number) row[2]).longValue(), label);
    }

    /** True if the asker may see applications too, and not only budgets. */
    public boolean applicant() {
        return guard.may(APPLICATION_VIEW);
    }

    /** Budgets that the asker may see; by school, programme and position unless another order is asked. */
    public Page<Row> list(Filter filter, PageRequest page) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        String where = " where " + scope.school("s") + " and (:programme is null or b.programmeId = :programme)"
                + " and (:authority is null or a.authorityId = :authority) and (:application is null or a.id = :application)"
                + " and (:school is null or b.schoolId = :school) and (:category is null or b.category = :category)";
        List<Row> rows = bind(scope, filter, em.createQuery(ROW + FROM + where
                + page.orderBy(COLUMNS, "s.name, g.code, a.no, p.no", "b.id"), Row.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, bind(scope, filter, em.createQuery("select count(b)" + FROM + where, Long.class))
                .getSingleResult(), page);
    }

    /**
     * One budget.
     *
     * @throws NotFound if there is none or the asker may not see the school's budgets
     */
    public View view(long id) {
        Object[] b = one("select b.programmeId, g.code, a.id, a.no, p.no, p.description, b.category, s.id, s.name,"
                + " b.allottedCents, b.reservedCents, b.committedCents, b.spentCents, a.periodFrom, a.periodTo,"
                + " a.decisionReference, b.version", id);
        guard.require(BUDGET_VIEW, (Long) b[7]);
        Set<BudgetAction> actions = guard.may(BUDGET_CORRECT, (Long) b[7]) ? EnumSet.of(BudgetAction.CORRECT) : Set.of();
        long available = (Long) b[9] - (Long) b[10] - (Long) b[11] - (Long) b[12];
        return new View(id, (Long) b[0], (String) b[1], (Long) b[2], (String) b[3], (Integer) b[4], (String) b[5],
                (Category) b[6], (Long) b[7], (String) b[8], (Long) b[9], (Long) b[10], (Long) b[11], (Long) b[12], available,
                (LocalDate) b[13], (LocalDate) b[14], (String) b[15], (Integer) b[16], actions);
    }

    /**
     * The ledger of a budget, the newest posting first.
     *
     * @throws NotFound if there is no such budget or the asker may not see it
     */
    public Page<Line> postings(long budgetId, PageRequest page) {
        guard.require(BUDGET_VIEW, (Long) one("select b.schoolId, b.id", budgetId)[0]);
        List<Line> rows = em.createQuery("select new de.schulpakt.funding.ledger.BudgetQueries.Line(p.id, p.kind, p.amountCents,"
                        + " p.resolvesId, r.id, p.source, p.actor, p.at, p.note) from Posting p"
                        + " left join Posting r on r.resolvesId = p.id where p.budgetId = :id"
                        + page.orderBy(Map.of("at", "p.at", "amount", "p.amountCents"), "p.id desc", "p.id"), Line.class)
                .setParameter("id", budgetId).setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, em.createQuery("select count(p) from Posting p where p.budgetId = :id", Long.class)
                .setParameter("id", budgetId).getSingleResult(), page);
    }

    BudgetName name(long budgetId) {
        Object[] row = one("select p.no, b.category, s.name, a.periodTo", budgetId);
        return new BudgetName((Integer) row[0], (Category) row[1], (String) row[2], (LocalDate) row[3]);
    }

    private static <Q extends Query> Q bind(Scope scope, Filter filter, Q query) {
        query.setParameter("programme", filter.programmeId());
        query.setParameter("authority", filter.authorityId());
        query.setParameter("application", filter.applicationId());
        query.setParameter("school", filter.schoolId());
        query.setParameter("category", filter.category());
        return scope.bind(query);
    }

    private Object[] one(String select, long budgetId) {
        return em.createQuery(select + FROM + " where b.id = :id", Object[].class).setParameter("id", budgetId)
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("Budget", budgetId));
    }
}
