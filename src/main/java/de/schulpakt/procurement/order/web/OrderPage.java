package de.schulpakt.procurement.order.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One order with what has come and what is awaited. */
@Named
@ViewScoped
public class OrderPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private String reason;
    private transient OrderQueries.View view;

    /** Reads the order when the page is opened. */
    public void load() {
        act.show(() -> version = getView().version());
    }

    /** What is awaited will not come. */
    public String cancelRest() {
        String outcome = act.run(() -> orders.cancelRest(id, new Orders.CancelRest(version, reason)), "order.rest_cancelled",
                "order?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            load();
        }
        return outcome;
    }

    /** The devices that came for a line. */
    public List<OrderQueries.View.Piece> devicesOf(Long lineId) {
        return getView().devices().stream().filter(d -> d.orderLineId().equals(lineId)).toList();
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
