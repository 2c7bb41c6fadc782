package de.schulpakt.overview;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** The rows behind a figure: budgets, postings and what caused each of them, down to the serial number and the ticket. */
@Queries
public class TraceQueries {
    private static final String BUDGET = " join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId"
            + " join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId";
    private static final String POSTING = " from Posting p join Budget b on b.id = p.budgetId";
    private static final String ROW = "select new de.schulpakt.overview.PostingRow(p.id, p.at, p.kind, p.amountCents, p.resolvesId,"
            + " b.id, g.name, a.id, a.no, f.no, b.category, s.id, s.name, p.source, p.actor, p.note)";
    private static final Map<String, String> COLUMNS = Map.of("at", "p.at", "amount", "p.amountCents", "school", "s.name",
            "kind", "p.kind");
    private static final int MOST_BUDGETS = 12;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CauseFinder causes;
    @Inject
    DeviceTrace devices;

    /** Postings, the newest first unless another order is asked, each with its cause; and their sum over all pages. */
    public PostingPage postings(PostingFilter filter, PageRequest page) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        String kind = filter.kind() == null ? "" : " and " + filter.kind().condition();
        List<PostingRow> rows = where.bind(em.createQuery(ROW + POSTING + BUDGET + where.clause() + kind
                        + page.orderBy(COLUMNS, "p.at desc", "p.id desc"), PostingRow.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Object[] all = where.bind(em.createQuery("select count(p), sum(p.amountCents)" + POSTING
                + " join School s on s.id = b.schoolId" + where.clause() + kind, Object[].class)).getSingleResult();
        return new PostingPage(Page.of(causes.resolve(rows), UsageQueries.number(all[0]), page),
                UsageQueries.number(all[1]));
    }

    /** The budgets behind the same figure, those with the largest part in it first; at most {@value #MOST_BUDGETS}. */
    public List<BudgetLine> budgets(PostingFilter filter) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        String amount = filter.kind() == null ? Balance.ALLOTTED.amount() : filter.kind().amount();
        return where.bind(em.createQuery("select new de.schulpakt.overview.BudgetLine(b.id, g.name, a.id, a.no, f.no, b.category,"
                        + " s.id, s.name, b.allottedCents, b.reservedCents, b.committedCents, b.spentCents, " + UsageQueries.FREE
                        + ") from Budget b" + BUDGET + where.clause() + " and " + amount + " > 0 order by " + amount + " desc, b.id", BudgetLine.class))
                .setMaxResults(MOST_BUDGETS).getResultList();
    }

    /**
     * One device's euro, from the ceiling to the serial number and the ticket.
     *
     * @throws NotFound if there is no such device, or the asker may not see it or its money
     */
    public TraceView trace(long deviceId) {
        Long school = em.createQuery("select d.schoolId from Device d where d.id = :id", Long.class).setParameter("id", deviceId)
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_VIEW, school);
        guard.require(BUDGET_VIEW, school);
        return devices.trace(deviceId);
    }

    /**
     * The same for a serial number.
     *
     * @throws NotFound if there is no such device, or the asker may not see it or its money
     */
    public TraceView trace(String serial) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        Long id = scope.bind(em.createQuery("select d.id from Device d join School s on s.id = d.schoolId where d.serial = :serial"
                        + " and" + scope.school("s"), Long.class)).setParameter("serial", serial == null ? "" : serial.strip())
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("Device", serial));
        return trace(id);
    }
}
