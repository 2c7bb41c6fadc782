package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Questions about framework contracts. They are the same for all schools; the orders shown are those that the asker may see. */
@Queries
public class ContractQueries {
    private static final String ROW = """
            select f.id as id, f.no as no, f.title as title, s.id as supplierId, s.name as supplier, f.volumeCents as volumeCents,
                f.fromOn as fromOn, f.toOn as toOn, f.refuses as refuses, f.version as version
            from FrameworkContract f join Supplier s on s.id = f.supplierId""";
    private static final int MOST_ORDERS = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** All contracts by supplier and number, with what is used of them. */
    public List<Row> contracts() {
        guard.require(CATALOGUE_VIEW);
        return rows(Ask.of(em, Facts.class, ROW + " order by s.name, f.no, f.id").list());
    }

    /**
     * One contract with its articles and the orders that called it off.
     *
     * @throws NotFound if there is none
     */
    public View contract(long id) {
        guard.require(CATALOGUE_VIEW);
        Row row = rows(Ask.of(em, Facts.class, ROW + " where f.id = :id").set("id", id).list()).stream().findFirst()
                .orElseThrow(() -> new NotFound("FrameworkContract", id));
        List<View.Item> items = Ask.of(em, View.Item.class, """
                select i.id as id, i.name as name, i.priceCents as priceCents, i.validTo as validTo, i.active as active from CatalogueItem i
                where i.supplierId = :supplier and i.contract = :no order by i.name, i.id""").set("supplier", row.supplierId()).set("no", row.no()).list();
        List<View.Order> orders = guard.may(ORDER_VIEW) ? orders(id) : List.of();
        return new View(row, items, orders, history.of("FrameworkContract", id));
    }

    private List<View.Order> orders(long id) {
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        return scope.bind(Ask.of(em, View.Order.class, """
                select o.id as id, o.no as no, o.orderedOn as orderedOn, sum((l.quantity - l.cancelled) * l.priceCents) as grossCents
                from OrderLine l join PurchaseOrder o on o.id = l.orderId join School s on s.id = l.schoolId
                where l.contractId = :id and""" + scope.school("s") + " group by o.id, o.no, o.orderedOn order by o.id desc")).set("id", id).list(MOST_ORDERS);
    }

    private List<Row> rows(List<Facts> facts) {
        Map<Long, Money> used = CallOffs.used(em, facts.stream().map(Facts::id).toList());
        LocalDate today = clock.today();
        return facts.stream().map(f -> new Row(f.id(), f.no(), f.title(), f.supplierId(), f.supplier(), f.volumeCents(),
                used.getOrDefault(f.id(), Money.ZERO).cents(), f.fromOn(), f.toOn(), f.refuses(),
                f.toOn() == null ? null : ChronoUnit.DAYS.between(today, f.toOn()), f.version())).toList();
    }

    /** A contract as it is stored. */
    record Facts(Long id, String no, String title, Long supplierId, String supplier, Long volumeCents, LocalDate fromOn, LocalDate toOn, Boolean refuses,
            Integer version) {
    }

    /**
     * A contract.
     *
     * @param volumeCents net, null if none is agreed
     * @param usedCents   net, what orders have called off and not cancelled
     * @param daysLeft    until its last day, below zero when it has ended, null without end
     */
    public record Row(Long id, String no, String title, Long supplierId, String supplier, Long volumeCents, Long usedCents, LocalDate fromOn, LocalDate toOn,
            Boolean refuses, Long daysLeft, Integer version) {
        private static final int SOON = 90;

        /** What is left of the volume, net, below zero when it is exceeded; null if none is agreed. */
        public Long leftCents() {
            return volumeCents == null ? null : Long.valueOf(volumeCents - usedCents);
        }

        /** True if it has ended. */
        public boolean ended() {
            return daysLeft != null && daysLeft < 0;
        }

        /** True if it ends within 90 days. */
        public boolean ending() {
            return daysLeft != null && daysLeft >= 0 && daysLeft <= SOON;
        }
    }

    /**
     * A contract whole.
     *
     * @param orders the newest orders that called it off, of those that the asker may see
     */
    public record View(Row row, List<Item> items, List<Order> orders, List<HistoryEntry> timeline) {
        /** An article of the contract; the price is gross. */
        public record Item(Long id, String name, Long priceCents, LocalDate validTo, Boolean active) {
        }

        /** An order, with what it calls off, gross. */
        public record Order(Long id, String no, LocalDate orderedOn, Long grossCents) {
        }
    }
}
