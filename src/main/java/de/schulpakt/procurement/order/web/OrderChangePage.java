package de.schulpakt.procurement.order.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes an order: another day, or fewer pieces of some lines. */
@Named
@ViewScoped
public class OrderChangePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private LocalDate expectedOn;
    private String reason;
    private final Map<Long, Integer> less = new HashMap<>();
    private transient OrderQueries.View view;

    /** Reads the order. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            expectedOn = getView().expectedOn();
        });
    }

    /** Keeps the changes. */
    public String change() {
        List<Orders.Less> fewer = new ArrayList<>();
        less.forEach((line, pieces) -> {
            if (pieces != null && pieces != 0) {
                fewer.add(new Orders.Less(line, pieces));
            }
        });
        return act.run(() -> orders.change(id, new Orders.Change(version, expectedOn, fewer, reason)), "order.changed",
                "order?faces-redirect=true&id=" + id);
    }

    /** The lines of which pieces are awaited. */
    public List<OrderQueries.View.Line> getLines() {
        return getView().lines().stream().filter(l -> l.awaited() > 0).toList();
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Map<Long, Integer> getLess() {
        return less;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public LocalDate getExpectedOn() {
        return expectedOn;
    }

    public void setExpectedOn(LocalDate expectedOn) {
        this.expectedOn = expectedOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
