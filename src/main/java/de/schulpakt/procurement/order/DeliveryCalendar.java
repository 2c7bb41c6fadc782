package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Days on which deliveries are expected that have not come yet, for who sees the orders of an authority. */
@ApplicationScoped
class DeliveryCalendar implements CalendarSource {
    @PersistenceContext
    EntityManager em;

    private record Row(Long id, String no, String supplier, LocalDate awaitedOn, Integer version) {
    }

    @Override
    public String kind() {
        return "deliveries";
    }

    @Override
    public Permission permission() {
        return ORDER_VIEW;
    }

    @Override
    public List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most) {
        return Ask.of(em, Row.class, """
                select o.id as id, o.no as no, u.name as supplier, o.awaitedOn as awaitedOn, o.version as version
                from PurchaseOrder o join Supplier u on u.id = o.supplierId where o.awaitedOn between :from and :to
                and (:everywhere = true or o.authorityId in :authorities) order by o.awaitedOn, o.id""")
                .set("from", from).set("to", to).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? Set.of(-1L) : scope.authorities()).list(most).stream()
                .map(o -> Entry.ofDay("order-" + o.id(), o.version(), o.no(), o.supplier(), null, "/procurement/order.xhtml?id=" + o.id(), o.awaitedOn())).toList();
    }
}
