package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Returns;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Goods that had come go back, are exchanged, or turn out never to have come. */
@Named
@ViewScoped
public class BackPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Returns returns;
    @Inject
    transient Act act;
    @Inject
    transient Clock clock;
    private Long id;
    private Integer version;
    private Long line;
    private BackKind kind = BackKind.SENT_BACK;
    private String serials;
    private Integer quantity;
    private LocalDate backOn;
    private String newSerials;
    private String deliveryNoteNo;
    private String reason;
    private transient OrderQueries.View view;

    /** Reads the order. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            backOn = clock.today();
        });
    }

    /** They go back. */
    public String back() {
        String outcome = act.run(() -> returns.back(id, new Returns.Back(version, kind, line, lines(serials), quantity, backOn, lines(newSerials), deliveryNoteNo,
                reason)), "back.done", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    private static List<String> lines(String scanned) {
        return scanned == null ? List.of() : Arrays.asList(scanned.split("\\R"));
    }

    /** The lines of which something is here. */
    public List<OrderQueries.View.Line> getLines() {
        return getView().lines().stream().filter(l -> l.delivered() > 0).toList();
    }

    public BackKind[] getKinds() {
        return BackKind.values();
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

    public Long getLine() {
        return line;
    }

    public void setLine(Long line) {
        this.line = line;
    }

    public BackKind getKind() {
        return kind;
    }

    public void setKind(BackKind kind) {
        this.kind = kind;
    }

    public String getSerials() {
        return serials;
    }

    public void setSerials(String serials) {
        this.serials = serials;
    }

    public Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(Integer quantity) {
        this.quantity = quantity;
    }

    public LocalDate getBackOn() {
        return backOn;
    }

    public void setBackOn(LocalDate backOn) {
        this.backOn = backOn;
    }

    public String getNewSerials() {
        return newSerials;
    }

    public void setNewSerials(String newSerials) {
        this.newSerials = newSerials;
    }

    public String getDeliveryNoteNo() {
        return deliveryNoteNo;
    }

    public void setDeliveryNoteNo(String deliveryNoteNo) {
        this.deliveryNoteNo = deliveryNoteNo;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
