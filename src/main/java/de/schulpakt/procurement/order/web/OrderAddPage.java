package de.schulpakt.procurement.order.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds lines of approved requests to an order that its supplier has not got yet. */
@Named
@ViewScoped
public class OrderAddPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private boolean currentPrices;
    private String reason;
    private transient OrderQueries.View view;
    private transient List<OrderQueries.OpenItem> items;

    /** Reads the order. */
    public void load() {
        act.show(() -> version = getView().version());
    }

    /** Adds what is ticked. */
    public String add() {
        List<Long> ids = chosen.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey).sorted().toList();
        String outcome = act.run(() -> orders.add(id, new Orders.Add(version, ids, currentPrices, reason)), "order.added", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            view = null;
            items = null;
            load();
        }
        return outcome;
    }

    /** The open lines of its supplier, of schools of its authority. */
    public List<OrderQueries.OpenItem> getItems() {
        if (items == null) {
            items = isMayAdd() ? queries.openItems(getView().supplierId(), Orders.MOST_LINES).stream().filter(i -> i.authorityId().equals(getView().authorityId())).toList()
                    : List.of();
        }
        return items;
    }

    /** True if lines may be added. */
    public boolean isMayAdd() {
        return getView().actions().contains(OrderAction.ADD);
    }

    /** True if the catalogue has other prices for some lines now. */
    public boolean isDrifted() {
        return getItems().stream().anyMatch(OrderQueries.OpenItem::drifted);
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isCurrentPrices() {
        return currentPrices;
    }

    public void setCurrentPrices(boolean currentPrices) {
        this.currentPrices = currentPrices;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
