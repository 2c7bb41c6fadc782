package de.schulpakt.procurement.refusal;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A delivery has papers: its delivery note, photos of what was broken. */
@ApplicationScoped
class DeliveryPapers implements PaperSubject {
    @Override
    public String type() {
        return "Delivery";
    }

    @Override
    public Permission permission() {
        return ORDER_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(DELIVERY_RECEIVE);
    }

    @Override
    public String jpql() {
        return "select d.deliveryNoteNo as no, nullif(o.authorityId, o.authorityId) as schoolId, o.authorityId as authorityId from Delivery d"
                + " join PurchaseOrder o on o.id = d.orderId where d.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("DELIVERY_NOTE");
    }
}
