package de.schulpakt.procurement.refusal;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about what was refused at the door. */
@Queries
public class RefusedQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * Pieces that were refused or broken at the door.
     *
     * @param undoneOn null as long as it counts; else it was noted by mistake
     */
    public record Pieces(Long id, Long deliveryId, String deliveryNoteNo, LocalDate receivedOn, Integer lineNo, String article, String school, RefusedKind kind,
            Integer pieces, String reason, String actor, LocalDate undoneOn, String undoneWhy) {
    }

    /**
     * What of an order was refused or broken at the door, in the order in which it was noted.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public List<Pieces> of(Long orderId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        return Ask.of(em, Pieces.class, """
                select g.id as id, d.id as deliveryId, d.deliveryNoteNo as deliveryNoteNo, d.receivedOn as receivedOn, l.lineNo as lineNo, c.name as article,
                    s.name as school, g.kind as kind, g.pieces as pieces, g.reason as reason, g.actor as actor, g.undoneOn as undoneOn, g.undoneWhy as undoneWhy
                from GoodsRefused g join Delivery d on d.id = g.deliveryId join OrderLine l on l.id = g.orderLineId join CatalogueItem c on c.id = l.itemId
                join School s on s.id = l.schoolId where d.orderId = :order order by g.id""").set("order", orderId).list();
    }
}
