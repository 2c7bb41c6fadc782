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
import java.util.Objects;

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
    private final Map<Long, LocalDate> days = new HashMap<>();
    private final Map<Long, LocalDate> before = new HashMap<>();
    private transient OrderQueries.View view;

    /** Reads the order. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            expectedOn = getView().expectedOn();
            getLines().forEach(line -> {
                days.put(line.id(), line.expectedOn());
                before.put(line.id(), line.expectedOn());
            });
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
        List<Orders.Promise> promises = new ArrayList<>();
        days.forEach((line, day) -> {
            // a day that was not touched goes with that of the order
            if (!Objects.equals(day, before.get(line))) {
                promises.add(new Orders.Promise(line, day));
            }
        });
        return act.run(() -> orders.change(id, new Orders.Change(version, expectedOn, fewer, reason, promises)), "order.changed",
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

    public Map<Long, LocalDate> getDays() {
        return days;
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
