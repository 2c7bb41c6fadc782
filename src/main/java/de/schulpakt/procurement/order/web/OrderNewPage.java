package de.schulpakt.procurement.order.web;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
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
    transient AwardQueries awards;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long supplier;
    private String request;
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private LocalDate expectedOn;
    private String awardReference;
    private String award;
    private boolean currentPrices;
    private List<OrderQueries.Offer> offers = List.of();
    private transient List<OrderQueries.OpenItem> items;
    private transient List<Sentence> doubts;
    private transient List<AwardQueries.Option> files;

    /** Reads the suppliers with open lines, and the open lines of the chosen one; all are marked at first, or those of one request. */
    public void load() {
        act.show(() -> {
            offers = queries.offers();
            Long of = Params.number(request);
            if (supplier == null && of != null) {
                supplier = queries.supplierOf(of).orElse(null);
            }
            if (supplier == null && offers.size() == 1) {
                supplier = offers.get(0).id();
            }
            getItems().forEach(i -> chosen.put(i.id(), i.offered() && (of == null || of.equals(i.requestId()))));
        });
    }

    /** Places the order. */
    public String place() {
        List<Long> ids = chosen.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey)
                .sorted().toList();
        return act.run(() -> "order?faces-redirect=true&id="
                + orders.place(new Orders.Place(supplier, ids, expectedOn, awardReference, currentPrices, Params.number(award))), "order.placed");
    }

    /** The open lines of the chosen supplier. */
    public List<OrderQueries.OpenItem> getItems() {
        if (items == null) {
            items = supplier == null ? List.of() : queries.openItems(supplier, Orders.MOST_LINES);
        }
        return items;
    }

    /** What an order of the open lines asks and nobody has verified. */
    public List<Sentence> getDoubts() {
        if (doubts == null) {
            doubts = queries.doubts(getItems());
        }
        return doubts;
    }

    /** Decided award files by which can be ordered from the chosen supplier. */
    public List<AwardQueries.Option> getFiles() {
        if (files == null) {
            files = supplier == null ? List.of() : awards.decided(supplier);
        }
        return files;
    }

    public String getAward() {
        return award;
    }

    public void setAward(String award) {
        this.award = award;
    }

    /** How many open lines the supplier has in all; the page shows as many as one order can take. */
    public Long getWaiting() {
        return offers.stream().filter(o -> o.id().equals(supplier)).map(OrderQueries.Offer::lines).findFirst().orElse(0L);
    }

    /** Gross amount of the open lines that are shown. */
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

    public List<OrderQueries.Offer> getOffers() {
        return offers;
    }

    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request = request;
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
