package de.schulpakt.procurement.order.web;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.OrderState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The list of orders; filters, order and page stand in the URL. */
@Named
@RequestScoped
public class OrdersPage {
    @Inject
    OrderQueries queries;
    @Inject
    Guard guard;
    @Inject
    Act act;
    @Inject
    Here here;
    private OrderQueries.Filter filter;
    private Page<OrderQueries.Row> rows;
    private int waiting;

    /** Reads the rows that the URL asks for, and how many lines wait for an order. */
    public void load() {
        filter = new OrderQueries.Filter(Params.constant(OrderState.class, here.param("state")),
                "true".equals(here.param("open")) ? true : null, Params.number(here.param("supplier")),
                Params.number(here.param("school")), here.param("q"));
        act.show(() -> {
            guard.require(ORDER_VIEW);
            rows = queries.list(filter, PageRequest.of(Params.page(here.param("page")), null, here.param("sort")));
            waiting = isMayPlace() ? queries.offers().stream().mapToInt(o -> o.lines().intValue()).sum() : 0;
        });
    }

    /** True if the asker may place orders. */
    public boolean isMayPlace() {
        return guard.may(ORDER_PLACE);
    }

    /** How many lines of approved requests wait for an order. */
    public int getWaiting() {
        return waiting;
    }

    /** True if the URL narrows the list. */
    public boolean isFiltered() {
        return filter.state() != null || filter.open() != null || filter.supplierId() != null || filter.schoolId() != null
                || !filter.text().isBlank();
    }

    public OrderState[] getStates() {
        return OrderState.values();
    }

    public Page<OrderQueries.Row> getRows() {
        return rows;
    }
}
