package de.schulpakt.procurement.order.web;

import de.schulpakt.platform.text.Money;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders approved lines: first the supplier, then which of its open lines. */
@Named
@ViewScoped
public class OrderNewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long supplier;
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private LocalDate expectedOn;
    private String awardReference;
    private boolean currentPrices;
    private List<Offer> offers = List.of();
    private transient List<OrderQueries.OpenItem> items;

    /** A supplier with open lines: how many, and what they cost gross. */
    public record Offer(Long id, String name, int lines, long cents) implements Serializable {
    }

    /** Reads the suppliers with open lines, and the open lines of the chosen one; all are marked at first. */
    public void load() {
        act.show(() -> {
            Map<Long, Offer> found = new LinkedHashMap<>();
            for (OrderQueries.OpenItem item : queries.openItems(null)) {
                found.merge(item.supplierId(), new Offer(item.supplierId(), item.supplier(), 1, item.sumCents()),
                        (a, b) -> new Offer(a.id(), a.name(), a.lines() + 1, a.cents() + b.cents()));
            }
            offers = new ArrayList<>(found.values());
            if (supplier == null && offers.size() == 1) {
                supplier = offers.get(0).id();
            }
            getItems().forEach(i -> chosen.put(i.id(), i.offered()));
        });
    }

    /** Places the order. */
    public String place() {
        List<Long> ids = chosen.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey)
                .sorted().toList();
        return act.run(() -> "order?faces-redirect=true&id="
                + orders.place(new Orders.Place(supplier, ids, expectedOn, awardReference, currentPrices)), "order.placed");
    }

    /** The open lines of the chosen supplier. */
    public List<OrderQueries.OpenItem> getItems() {
        if (items == null) {
            items = supplier == null ? List.of() : queries.openItems(supplier);
        }
        return items;
    }

    /** Gross amount of all open lines of the supplier. */
    public Long getTotal() {
        return getItems().stream().mapToLong(OrderQueries.OpenItem::sumCents).sum();
    }

    /** The same without tax. */
    public Long getNet() {
        return getItems().stream().mapToLong(i -> Money.of(i.sumCents()).net(i.vatBp()).cents()).sum();
    }

    /** True if the catalogue has other prices for some lines now. */
    public boolean isDrifted() {
        return getItems().stream().anyMatch(OrderQueries.OpenItem::drifted);
    }

    public List<Offer> getOffers() {
        return offers;
    }

    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    public Long getSupplier() {
        return supplier;
    }

    public void setSupplier(Long supplier) {
        this.supplier = supplier;
    }

    public LocalDate getExpectedOn() {
        return expectedOn;
    }

    public void setExpectedOn(LocalDate expectedOn) {
        this.expectedOn = expectedOn;
    }

    public String getAwardReference() {
        return awardReference;
    }

    public void setAwardReference(String awardReference) {
        this.awardReference = awardReference;
    }

    public boolean isCurrentPrices() {
        return currentPrices;
    }

    public void setCurrentPrices(boolean currentPrices) {
        this.currentPrices = currentPrices;
    }
}
