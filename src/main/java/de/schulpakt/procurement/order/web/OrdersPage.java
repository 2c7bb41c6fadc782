package de.schulpakt.procurement.order.web;

import static de.schulpakt.identity.Permission.ORDER_PLACE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.OrderState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of orders. */
@Named
@RequestScoped
public class OrdersPage {
    @Inject
    OrderQueries queries;
    @Inject
    Guard guard;
    @Inject
    Here here;
    private Integer waiting;

    /** True if the asker may place orders. */
    public boolean isMayPlace() {
        return guard.may(ORDER_PLACE);
    }

    /** How many lines of approved requests wait for an order that the asker may place, at most {@value OrderQueries#MOST}. */
    public int getWaiting() {
        if (waiting == null) {
            waiting = isMayPlace() ? queries.waiting() : 0;
        }
        return waiting;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("open", "supplier", "school").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public OrderState[] getStates() {
        return OrderState.values();
    }
}
