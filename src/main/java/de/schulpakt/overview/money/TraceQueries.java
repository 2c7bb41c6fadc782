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
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            String supplier, String deliveryNo, LocalDate receivedOn, String invoiceNo, List<CauseDevice> devices, Integer pieces) implements Worded {
        static final int MOST_DEVICES = 6;

        @Override
        public String told(Locale locale) {
            return Stream.of(Texts.get(locale, "postings.line", quantity, item, room), requestNo, orderNo, supplier,
                            deliveryNo == null ? null : Texts.get(locale, "postings.delivery", deliveryNo),
                            invoiceNo == null ? null : Texts.get(locale, "postings.invoice", invoiceNo))
                    .filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }

    /** A device that was bought, and its install ticket, null if it has none. */
    public record CauseDevice(Long id, String inventoryNo, String serial, Long ticketId, String ticketNo) {
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

    private static final int MOST_BUDGETS = 12;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    PostingList list;
    @Inject
    DeviceTrace devices;

    /** Postings with their causes, and the figure that they make up: the sum of the balances, which {@code db/checks} holds equal. */
    public Postings postings(ListView view) {
        guard.require(BUDGET_VIEW);
        Page<Posting> page = list.page(view);
        return new Postings(page, balance(view).map(kind -> {
            Condition budgets = list.budgets(view);
            return budgets.bind(Ask.of(em, Long.class, "select coalesce(sum(" + kind.amount() + "), 0) from Budget b"
                    + " join School s on s.id = b.schoolId" + budgets.where())).one().orElse(0L);
        }).orElse(null));
    }

    /** The budgets behind the same figure, those with the largest part in it first; at most {@value #MOST_BUDGETS}. */
    public List<BudgetLine> budgets(ListView view) {
        guard.require(BUDGET_VIEW);
        String amount = balance(view).orElse(Balance.ALLOTTED).amount();
        Condition budgets = Condition.and(List.of(list.budgets(view), Condition.of(amount + " > 0")));
        return budgets.bind(Ask.of(em, BudgetLine.class, """
                select b.id as id, g.name as programme, a.id as applicationId, a.no as applicationNo, f.no as positionNo,
                    b.category as category, s.id as schoolId, s.name as school, b.allottedCents as allottedCents,
                    b.reservedCents as reservedCents, b.committedCents as committedCents, b.spentCents as spentCents,
                    %s as freeCents
                from Budget b join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId
                join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId""".formatted(BudgetQueries.FREE)
                + budgets.where() + " order by " + amount + " desc, b.id")).list(MOST_BUDGETS);
    }

    private static Optional<Balance> balance(ListView view) {
        String asked = view.first("kind");
        return Arrays.stream(Balance.values()).filter(b -> b.name().equals(asked)).findFirst();
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
