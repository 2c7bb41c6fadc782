package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Questions about what work takes, and what is in the stores. */
@Queries
public class EffortQueries {
    private static final int MOST = 2_000;
    private static final int LOTS = 500;
    private static final int CHOICES = 200;
    /** What there is of an article in the stores that are open. */
    private static final String STOCK = """
            select s.id as storeId, s.authorityId as authorityId, s.name as store, l.article as article, l.unit as unit, sum(l.leftAmount) as amount, sum(l.leftCents) as cents
            from StoreLot l join Store s on s.id = l.storeId where s.closed = false and l.leftAmount > 0""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * What a ticket took, and what of it was typed by mistake.
     *
     * @throws NotFound if there is no such ticket, or the asker may not see it
     */
    public Taken of(long ticketId) {
        Ticket ticket = Ask.of(em, Ticket.class, "select t.schoolId as schoolId, s.authorityId as authorityId from Ticket t join School s on s.id = t.schoolId where t.id = :id")
                .set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(INTERNAL_VIEW, ticket.schoolId(), ticket.authorityId());
        List<Material> material = Ask.of(em, Material.class, """
                select u.id as id, u.article as article, u.unit as unit, u.amount as amount, u.cents as cents, u.usedOn as usedOn, u.takenBack as takenBack, s.name as store
                from MaterialUse u join Store s on s.id = u.storeId where u.ticketId = :ticket order by u.id""").set("ticket", ticketId).list();
        List<Time> times = Ask.of(em, Time.class, """
                select w.id as id, w.workedOn as workedOn, w.minutes as minutes, w.note as note, w.takenBack as takenBack from WorkTime w where w.ticketId = :ticket
                order by w.workedOn, w.id""").set("ticket", ticketId).list();
        List<Cost> costs = material.isEmpty() ? List.of() : Ask.of(em, Cost.class, """
                select b.id as budgetId, b.kind as kind, b.category as category, s.name as school, b.householdYear as year, b.account as account, sum(0 - m.cents) as cents,
                    case when b.schoolId is not null and b.schoolId <> :school then true else false end as foreign
                from StoreMove m join MaterialUse u on u.id = m.useId left join Budget b on b.id = m.budgetId
                    left join School s on s.id = b.schoolId where u.ticketId = :ticket and u.takenBack = false
                group by b.id, b.kind, b.category, s.name, b.householdYear, b.account, b.schoolId order by b.id""").set("ticket", ticketId)
                .set("school", ticket.schoolId()).list();
        return new Taken(ticketId, times.stream().filter(t -> !t.takenBack()).mapToInt(Time::minutes).sum(),
                material.stream().filter(m -> !m.takenBack()).mapToLong(Material::cents).sum(), times, material, costs, guard.may(TICKET_WORK, ticket.schoolId()));
    }

    /** What there is in the stores of the authorities whose tickets the asker works, by article. */
    public List<Stock> stock() {
        Scope scope = guard.scope(TICKET_WORK);
        // a technician of one school takes from the stores of who runs it
        return scope.bind(Ask.of(em, Stock.class, STOCK + " and exists (select x.id from School x where x.authorityId = s.authorityId and" + scope.school("x")
                + ") group by s.id, s.authorityId, s.name, l.article, l.unit order by l.article, l.unit, s.name, s.id")).list(MOST);
    }

    /**
     * What can be taken for a ticket: the stock of the authority that runs its school.
     *
     * @throws NotFound if there is no such ticket, or the asker may not see it
     */
    public List<Stock> stockFor(long ticketId) {
        Ticket ticket = Ask.of(em, Ticket.class, "select t.schoolId as schoolId, s.authorityId as authorityId from Ticket t join School s on s.id = t.schoolId where t.id = :id")
                .set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(TICKET_WORK, ticket.schoolId(), ticket.authorityId());
        return Ask.of(em, Stock.class, STOCK + " and s.authorityId = :authority group by s.id, s.authorityId, s.name, l.article, l.unit order by l.article, l.unit, s.name, s.id")
                .set("authority", ticket.authorityId()).list(MOST);
    }

    /**
     * One store with what is in it and what came in last.
     *
     * @throws NotFound if there is none, or the asker may not see those of its authority
     */
    public View store(long id) {
        View store = Ask.of(em, View.class, """
                select s.id as id, s.version as version, s.name as name, s.closed as closed, a.id as authorityId, a.name as authority
                from Store s join Authority a on a.id = s.authorityId where s.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Store", id));
        if (!guard.mayAuthority(INTERNAL_VIEW, store.authorityId())) {
            throw new NotFound("Store", id);
        }
        guard.requireAuthority(INTERNAL_VIEW, store.authorityId());
        List<Stock> stock = Ask.of(em, Stock.class, STOCK.replace("s.closed = false and ", "") + " and s.id = :id group by s.id, s.authorityId, s.name, l.article, l.unit order by l.article, l.unit")
                .set("id", id).list(MOST);
        List<Lot> lots = Ask.of(em, Lot.class, """
                select l.id as id, l.version as version, l.article as article, l.unit as unit, l.amount as amount, l.leftAmount as leftAmount, l.costCents as costCents,
                    l.source as source, l.receivedOn as receivedOn, b.id as budgetId, b.kind as kind, b.category as category, p.name as school, b.householdYear as year,
                    b.account as account, case when m.kind = :received then true else false end as receipt
                from StoreLot l join StoreMove m on m.lotId = l.id left join Budget b on b.id = l.budgetId left join School p on p.id = b.schoolId
                where l.storeId = :id and l.amount > 0 and m.id = (select min(f.id) from StoreMove f where f.lotId = l.id) order by l.id desc""")
                .set("id", id).set("received", MoveKind.RECEIVED).list(LOTS);
        List<Other> others = Ask.of(em, Other.class, "select s.id as id, s.name as name from Store s where s.authorityId = :authority and s.closed = false and s.id <> :id order by s.name, s.id")
                .set("authority", store.authorityId()).set("id", id).list();
        return store.with(stock, lots, others, new May(guard.mayAuthority(TICKET_WORK, store.authorityId()), guard.mayAuthority(DELIVERY_RECEIVE, store.authorityId())),
                history.of("Store", id));
    }

    /**
     * Positions and own money of the authority of a store that can have paid what is in it, by what was typed: school or account.
     *
     * @throws NotFound if there is no such store, or the asker receives no deliveries of its authority
     */
    public List<Payer> payers(long storeId, String typed, Long chosen) {
        Long authority = Ask.of(em, Long.class, "select s.authorityId from Store s where s.id = :id").set("id", storeId).one().orElseThrow(() -> new NotFound("Store", storeId));
        if (!guard.mayAuthority(DELIVERY_RECEIVE, authority)) {
            throw new NotFound("Store", storeId);
        }
        guard.requireAuthority(DELIVERY_RECEIVE, authority);
        String text = typed == null ? "" : typed.strip().toLowerCase(java.util.Locale.ROOT);
        return Ask.of(em, Payer.class, """
                select b.id as id, b.kind as kind, b.category as category, s.name as school, b.householdYear as year, b.account as account, p.name as programme
                from Budget b left join School s on s.id = b.schoolId left join Programme p on p.id = b.programmeId
                where (s.authorityId = :authority or b.authorityId = :authority) and b.kind <> :rest and (:chosen is null or b.id = :chosen)
                order by b.householdYear desc, s.name, b.id""").set("authority", authority).set("rest", BudgetKind.REST).set("chosen", chosen).list().stream()
                .filter(p -> chosen != null || text.isEmpty() || (p.school() + " " + p.account() + " " + p.programme()).toLowerCase(java.util.Locale.ROOT).contains(text))
                .limit(CHOICES).toList();
    }

    private record Ticket(Long schoolId, Long authorityId) {
    }

    /**
     * What a ticket took.
     *
     * @param minutes  in all, without what was typed by mistake
     * @param cents    of the material in all, likewise
     * @param adding   true if the asker may add to it
     */
    public record Taken(Long ticketId, int minutes, long cents, List<Time> times, List<Material> material, List<Cost> costs, boolean adding) {
    }

    /** Time on a day. */
    public record Time(Long id, LocalDate workedOn, Integer minutes, String note, Boolean takenBack) {
    }

    /** Material that was used. */
    public record Material(Long id, String article, String unit, BigDecimal amount, Long cents, LocalDate usedOn, Boolean takenBack, String store) {
    }

    /**
     * What of the cost a position or own money had paid; all but the cents null if nobody has said who.
     *
     * @param foreign true if it is a position of another school
     */
    public record Cost(Long budgetId, BudgetKind kind, Category category, String school, Integer year, String account, Long cents, Boolean foreign) {
    }

    /** How much of an article is in a store. */
    public record Stock(Long storeId, Long authorityId, String store, String article, String unit, BigDecimal amount, Long cents) {
    }

    /**
     * What came in at once, and who paid it; the payer null if nobody has said so.
     *
     * @param receipt true if it neither came out of another store nor was found by a count
     */
    public record Lot(Long id, Integer version, String article, String unit, BigDecimal amount, BigDecimal leftAmount, Long costCents, String source, LocalDate receivedOn,
            Long budgetId, BudgetKind kind, Category category, String school, Integer year, String account, Boolean receipt) {
        /** True if nothing of it has gone out. */
        public boolean whole() {
            return amount.compareTo(leftAmount) == 0;
        }
    }

    /** Another store. */
    public record Other(Long id, String name) {
    }

    /** A position or own money. */
    public record Payer(Long id, BudgetKind kind, Category category, String school, Integer year, String account, String programme) {
    }

    /**
     * A store.
     *
     * @param lots the newest first
     */
    public record View(Long id, Integer version, String name, Boolean closed, Long authorityId, String authority, List<Stock> stock, List<Lot> lots, List<Other> others,
            May may, List<HistoryEntry> timeline) {
        /** The lots whose receipt can be put right: nothing of them has gone out. */
        public List<Lot> correctable() {
            return lots.stream().filter(lot -> lot.receipt() && lot.whole()).toList();
        }

        View with(List<Stock> there, List<Lot> came, List<Other> stores, May acts, List<HistoryEntry> told) {
            return new View(id, version, name, closed, authorityId, authority, there, came, stores, acts, told);
        }
    }

    /**
     * What the asker may do with a store.
     *
     * @param work true if the asker takes, receives and counts
     * @param pay  true if the asker says who paid
     */
    public record May(boolean work, boolean pay) {
    }
}
