package de.schulpakt.procurement.order;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Lines of orders that have not come on the day on which they were expected: told once for each order and day. */
@UseCases
@Unguarded("An inner door of the job: who receives is told.")
class LateOrders {
    @PersistenceContext
    EntityManager em;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** A delivery that is late. */
    record Late(Long id, String no, Long authorityId, LocalDate expectedOn) {
    }

    /** Those of which nobody has been told since they were expected on that day. */
    List<Late> waiting() {
        return Ask.sql(em, Late.class, """
                select distinct o.id as id, o.no as no, o.authority_id as authorityId, n.expected_on as expectedOn from purchase_order o
                join order_line n on n.order_id = o.id and n.expected_on < ?1 and n.quantity > n.delivered + n.cancelled
                where o.awaited_on < ?1 and not exists (select 1 from order_late l where l.order_id = o.id and l.expected_on = n.expected_on)
                order by o.id, n.expected_on""").set(1, clock.today()).list();
    }

    /** Tells who receives at the order's authority. */
    void tell(Late late) {
        if (em.createNativeQuery("insert ignore into order_late (order_id, expected_on) values (?1, ?2)").setParameter(1, late.id())
                .setParameter(2, late.expectedOn()).executeUpdate() > 0) {
            news.tellAuthority(late.authorityId(), "message.order_late", new Ref("PurchaseOrder", late.id(), late.no()));
        }
    }
}
