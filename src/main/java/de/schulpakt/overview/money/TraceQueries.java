package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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
     * A page of postings and the figure that led here.
     *
     * @param totalCents the figure, which is the sum over all pages; null for postings of every kind, whose sum says nothing
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
        Posting with(Cause found) {
            return new Posting(id, at, kind, amountCents, resolvesId, budgetId, programme, applicationId, applicationNo,
                    positionNo, category, schoolId, school, source, actor, note, found);
        }
    }

    private static final String BUDGET = """
             join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId
            join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId""";
    private static final String POSTING = " from Posting p join Budget b on b.id = p.budgetId";
    private static final String ROW = """
            select p.id as id, p.at as at_, p.kind as kind, p.amountCents as amountCents, p.resolvesId as resolvesId,
                b.id as budgetId, g.name as programme, a.id as applicationId, a.no as applicationNo, f.no as positionNo,
                b.category as category, s.id as schoolId, s.name as school, p.source as source, p.actor as actor, p.note as note""";
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

    /**
     * Postings, the newest first unless another order is asked, each with its cause; and the figure that they make up. Their
     * ids are found first, along the index of days; how many there are is counted to {@value ListOf#COUNTED}.
     */
    public Postings postings(Filter filter, PageRequest page) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        MoneyWhere where = MoneyWhere.of(filter, scope);
        String kind = filter.kind() == null ? "" : " and " + filter.kind().condition();
        boolean all = scope.everywhere() && new Filter(filter.kind(), null, null, null, null, null).equals(filter);
        boolean narrow = filter.school() != null || filter.budget() != null || !scope.everywhere() && scope.authorities().isEmpty();
        String joined = POSTING + " join School s on s.id = b.schoolId" + where.clause() + kind;
        String found = narrow || page.column() != null ? joined : all ? " from Posting p where 1 = 1" + kind
                : " from Posting p where (select count(b.id) from Budget b join School s on s.id = b.schoolId" + where.clause()
                + " and b.id = p.budgetId) = 1" + kind;
        List<Long> ids = bind(where, all && page.column() == null, Ask.of(em, Long.class, "select p.id" + found + page.orderBy(COLUMNS, "p.at desc", "p.id desc"))).list(page);
        long total = bind(where, all, Ask.of(em, Long.class, "select p.id" + (all ? found : joined))).list(ListOf.COUNTED, 1).isEmpty()
                ? bind(where, all, Ask.of(em, Long.class, "select count(p.id)" + (all ? found : joined))).one().orElse(0L) : ListOf.COUNTED + 1L;
        List<Posting> rows = ids.isEmpty() ? List.of() : Ask.of(em, Posting.class, ROW + POSTING + BUDGET + " where p.id in :ids")
                .set("ids", ids).list().stream().sorted(Comparator.comparingInt(p -> ids.indexOf(p.id()))).toList();
        return new Postings(new Page<>(causes.resolve(rows), Math.min(total, ListOf.COUNTED), page.page(), page.size(), total > ListOf.COUNTED, null),
                filter.kind() == null ? null : figure(filter, where));
    }

    private static <T> Ask<T> bind(MoneyWhere where, boolean all, Ask<T> ask) {
        return all ? ask : where.bind(ask);
    }

    /** The sum of the balances, which is the sum of the postings: {@code db/checks} holds it. */
    private Long figure(Filter filter, MoneyWhere where) {
        return where.bind(Ask.of(em, Long.class, "select coalesce(sum(" + filter.kind().amount() + "), 0) from Budget b"
                + " join School s on s.id = b.schoolId" + where.clause())).one().orElse(0L);
    }

    /** The budgets behind the same figure, those with the largest part in it first; at most {@value #MOST_BUDGETS}. */
    public List<BudgetLine> budgets(Filter filter) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        String amount = filter.kind() == null ? Balance.ALLOTTED.amount() : filter.kind().amount();
        return where.bind(Ask.of(em, BudgetLine.class, """
                select b.id as id, g.name as programme, a.id as applicationId, a.no as applicationNo, f.no as positionNo,
                    b.category as category, s.id as schoolId, s.name as school, b.allottedCents as allottedCents,
                    b.reservedCents as reservedCents, b.committedCents as committedCents, b.spentCents as spentCents,
                    %s as freeCents from Budget b""".formatted(BudgetQueries.FREE) + BUDGET + where.clause()
                + " and " + amount + " > 0 order by " + amount + " desc, b.id")).list(MOST_BUDGETS);
    }

    /**
     * One device's euro, from the ceiling to the serial number and the ticket.
     *
     * @throws NotFound if there is no such device, or the asker may not see it or its money
     */
    public TraceView trace(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
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
        Long id = scope.bind(Ask.of(em, Long.class, "select d.id from Device d join School s on s.id = d.schoolId"
                        + " where d.serial = :serial and" + scope.school("s"))).set("serial", serial == null ? "" : serial.strip())
                .first().orElseThrow(() -> new NotFound("Device", serial));
        return trace(id);
    }
}
