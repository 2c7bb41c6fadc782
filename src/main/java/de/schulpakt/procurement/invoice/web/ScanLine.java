package de.schulpakt.procurement.invoice.web;

import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.refusal.Refusals;
import de.schulpakt.procurement.refusal.RefusedKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A line of an order while its pieces are scanned. */
public class ScanLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Long id;
    private final String article;
    private final String where;
    private final int awaited;
    private final boolean serialised;
    private final Long orderedCents;
    private String scanned;
    private Integer quantity;
    private String price;
    private Integer refused;
    private String refusedKind;
    private String refusedWhy;

    ScanLine(OrderQueries.View.Line line) {
        this.id = line.id();
        this.article = line.article();
        this.where = line.school() + ", " + line.room();
        this.awaited = line.awaited();
        this.serialised = line.serialised();
        this.orderedCents = line.priceCents();
    }

    /** One serial per line; scanners that end with a tabulator, and lists with commas or semicolons, are read too. */
    List<String> serials() {
        return scanned == null ? List.of() : List.of(scanned.split("[\\r\\n\\t,;]+")).stream().map(String::strip)
                .filter(s -> !s.isEmpty()).toList();
    }

    /** Takes out one that cannot be booked: the last of this number, so that of two the first stays. */
    void drop(ReceiptQueries.Bad bad) {
        List<String> kept = new ArrayList<>(serials());
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).replaceAll("\\p{Cf}", "").strip().equals(bad.serial())) {
                kept.remove(i);
                break;
            }
        }
        scanned = String.join("\n", kept);
    }

    /** True if anything of it has come. */
    public boolean isFilled() {
        return !serials().isEmpty() || quantity != null && quantity > 0;
    }

    /** What of it was refused or broken at the door, null for nothing. */
    Refusals.Piece refusal() {
        return refused == null || refused == 0 ? null : new Refusals.Piece(id, "REFUSED".equals(refusedKind) ? RefusedKind.REFUSED : RefusedKind.BROKEN, refused,
                refusedWhy);
    }

    /** How many serials are read. */
    public int getCount() {
        return serials().size();
    }

    public Long getId() {
        return id;
    }

    public String getArticle() {
        return article;
    }

    public String getWhere() {
        return where;
    }

    public int getAwaited() {
        return awaited;
    }

    public boolean isSerialised() {
        return serialised;
    }

    public Long getOrderedCents() {
        return orderedCents;
    }

    public String getScanned() {
        return scanned;
    }

    public void setScanned(String scanned) {
        this.scanned = scanned;
    }

    public Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(Integer quantity) {
        this.quantity = quantity;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public Integer getRefused() {
        return refused;
    }

    public void setRefused(Integer refused) {
        this.refused = refused;
    }

    public String getRefusedKind() {
        return refusedKind;
    }

    public void setRefusedKind(String refusedKind) {
        this.refusedKind = refusedKind;
    }

    public String getRefusedWhy() {
        return refusedWhy;
    }

    public void setRefusedWhy(String refusedWhy) {
        this.refusedWhy = refusedWhy;
    }
}
