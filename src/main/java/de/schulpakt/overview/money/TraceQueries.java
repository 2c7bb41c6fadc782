package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rows behind a figure: budgets, postings and what caused each of them, down to the serial number and the ticket. */
@Queries
public class TraceQueries {
    /**
     * A budget among those behind a figure. Amounts gross, own share included, in cents.
     *
     * @param freeCents allotted - reserved - committed - spent
     */
    public record BudgetLine(Long id, String programme, Long applicationId, String applicationNo, Integer positionNo,
            Category category, Long schoolId, String school, Long allottedCents, Long reservedCents, Long committedCents,
            Long spentCents, Long freeCents) {
    }

    /**
     * What caused a posting, as far as it has come.
     *
     * @param quantity   pieces of this line
     * @param orderId    null until it is ordered
     * @param deliveryNo number of the delivery note; null until it has come
     * @param devices    serial numbers that came with it, at most {@value #MOST_DEVICES}
     * @param pieces     how many devices there are
     */
    public record Cause(Long requestId, String requestNo, String item, Integer quantity, String room, Long orderId, String orderNo,
            String supplier, String deliveryNo, LocalDate receivedOn, String invoiceNo, List<CauseDevice> devices, Integer pieces) {
        static final int MOST_DEVICES = 6;
    }

    /** A device that was bought, and its install ticket, null if it has none. */
    public record CauseDevice(Long id, String inventoryNo, String serial, Long ticketId, String ticketNo) {
    }

    /**
     * Which postings are asked for; null where it does not matter.
     *
     * @param kind      the balance they make up; null for every posting
     * @param authority the authority of the schools
     */
    public record Filter(Balance kind, Long programme, Long authority, Long school, Category category, Long budget) {
    }

    /**
     * A page of postings and what all of them together come to, which is the figure that led here.
     *
     * @param totalCents sum over all pages
     */
    public record Postings(Page<Posting> page, Long totalCents) {
    }

    /**
     * A posting with the budget it belongs to and what caused it. Amounts gross, own share included, in cents.
     *
     * @param resolvesId the reservation or commitment that it ended, null if it ended none
     * @param source     what caused it, as the ledger keeps it
     * @param cause      the same resolved; null if nothing but the source is known
     */
    public record Posting(Long id, Instant at, PostingKind kind, Long amountCents, Long resolvesId, Long budgetId,
            String programme, Long applicationId, String applicationNo, Integer positionNo, Category category, Long schoolId,
            String school, String source, String actor, String note, Cause cause) {
        /** As the statement reads it. */
        public Posting(Long id, Instant at, PostingKind kind, Long amountCents, Long resolvesId, Long budgetId,
                String programme, Long applicationId, String applicationNo, Integer positionNo, Category category, Long schoolId,
                String school, String source, String actor, String note) {
            this(id, at, kind, amountCents, resolvesId, budgetId, programme, applicationId, applicationNo, positionNo, category,
                    schoolId, school, source, actor, note, null);
        }

        Posting with(Cause found) {
            return new Posting(id, at, kind, amountCents, resolvesId, budgetId, programme, applicationId, applicationNo,
                    positionNo, category, schoolId, school, source, actor, note, found);
        }
    }

    private static final String BUDGET = " join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId"
            + " join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId";
    private static final String POSTING = " from Posting p join Budget b on b.id = p.budgetId";
    private static final String ROW = "select new de.schulpakt.overview.money.TraceQueries.Posting(p.id, p.at, p.kind, p.amountCents, p.resolvesId,"
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
    public Postings postings(Filter filter, PageRequest page) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        String kind = filter.kind() == null ? "" : " and " + filter.kind().condition();
        List<Posting> rows = where.bind(em.createQuery(ROW + POSTING + BUDGET + where.clause() + kind
                        + page.orderBy(COLUMNS, "p.at desc", "p.id desc"), Posting.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Object[] all = where.bind(em.createQuery("select count(p), sum(p.amountCents)" + POSTING
                + " join School s on s.id = b.schoolId" + where.clause() + kind, Object[].class)).getSingleResult();
        return new Postings(Page.of(causes.resolve(rows), UsageQueries.number(all[0]), page),
                UsageQueries.number(all[1]));
    }

    /** The budgets behind the same figure, those with the largest part in it first; at most {@value #MOST_BUDGETS}. */
    public List<BudgetLine> budgets(Filter filter) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        String amount = filter.kind() == null ? Balance.ALLOTTED.amount() : filter.kind().amount();
        return where.bind(em.createQuery("select new de.schulpakt.overview.money.TraceQueries.BudgetLine(b.id, g.name, a.id, a.no, f.no, b.category,"
                        + " s.id, s.name, b.allottedCents, b.reservedCents, b.committedCents, b.spentCents, " + BudgetQueries.FREE
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
