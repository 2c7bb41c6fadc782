package de.schulpakt.procurement.receipt.web;

import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.receipt.GoodsCheckQueries;
import de.schulpakt.procurement.receipt.GoodsCheckState;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.refusal.RefusedQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What schools say of goods: the list, the part of it at an order, and what waits for the asker's schools. */
@Named
@RequestScoped
public class ArrivalsPage {
    private static final int SHORT = 8;

    @Inject
    GoodsCheckQueries queries;
    @Inject
    ReceiptQueries receipts;
    @Inject
    RefusedQueries refusedOf;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Here here;
    private List<ReceiptQueries.Surplus> surpluses;
    private List<RefusedQueries.Pieces> refused;
    private List<GoodsCheckQueries.OfOrder> ofOrder;
    private List<GoodsCheckQueries.OfOrder> waiting;

    /** What schools were asked about deliveries of an order, read once per request of the browser. */
    public List<GoodsCheckQueries.OfOrder> of(Long order) {
        if (ofOrder == null) {
            ofOrder = queries.ofOrder(order);
        }
        return ofOrder;
    }

    /** What came too many for an order, read once per request of the browser. */
    public List<ReceiptQueries.Surplus> surplus(Long order) {
        if (surpluses == null) {
            surpluses = receipts.surpluses(order);
        }
        return surpluses;
    }

    /** What of an order was refused at the door, read once per request of the browser. */
    public List<RefusedQueries.Pieces> refused(Long order) {
        if (refused == null) {
            refused = refusedOf.of(order);
        }
        return refused;
    }

    /** How many pieces of a delivery were refused; what was noted by mistake does not count. */
    public int refusedOf(Long order, Long delivery) {
        return refused(order).stream().filter(r -> r.deliveryId().equals(delivery) && r.undoneOn() == null).mapToInt(RefusedQueries.Pieces::pieces).sum();
    }

    /** True if the school has not answered in time. */
    public boolean silent(GoodsCheckQueries.OfOrder one) {
        return one.silentOn(clock.today());
    }

    /** What waits for the asker's schools, none for who answers for no school. */
    public List<GoodsCheckQueries.OfOrder> getWaiting() {
        if (waiting == null) {
            waiting = guard.may(DELIVERY_CONFIRM) ? queries.waiting(SHORT) : List.of();
        }
        return waiting;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("school", "order").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public GoodsCheckState[] getStates() {
        return GoodsCheckState.values();
    }
}
