package de.schulpakt.procurement.order.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.order.OrderMails;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One order with what has come and what is awaited. */
@Named
@ViewScoped
public class OrderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    /** The choice of no award file. */
    private static final String NONE = "-";

    @Inject
    transient OrderQueries queries;
    @Inject
    transient AwardQueries awards;
    @Inject
    transient Orders orders;
    @Inject
    transient OrderMails mails;
    @Inject
    transient Act act;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    private Long id;
    private Long line;
    private Integer version;
    private String reason;
    private boolean again;
    private String note;
    private String file;
    private String awardReason;
    private String awardReference;
    private final Form form = new Form();
    private transient List<AwardQueries.Option> files;
    private transient List<OrderQueries.Sent> sent;
    private transient OrderQueries.View view;
    private transient Map<Long, List<OrderQueries.View.Piece>> byLine;

    /** Reads the order when the page is opened. */
    public void load() {
        act.show(() -> version = getView().version());
    }

    /** What is awaited will not come. */
    public String cancelRest() {
        String outcome = act.run(() -> orders.cancelRest(id, new Orders.CancelRest(version, reason)), "order.rest_cancelled",
                "order?faces-redirect=true&id=" + id);
        view = null;
        byLine = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            load();
        }
        return outcome;
    }

    /** It was placed by this award file, or by none that is kept here. */
    public String award() {
        String outcome = act.run(() -> orders.award(id, new Orders.Award(version, NONE.equals(file) ? null : Params.number(file), awardReason,
                        awardReference)), "order.award_named",
                "order?faces-redirect=true&id=" + id);
        view = null;
        byLine = null;
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** For how long what comes with a line is under warranty; nothing typed: as its model is. */
    public String warrant() {
        String outcome = act.run(() -> orders.warrant(id, new Orders.Warrant(version, form.number("warrantyLine"), form.whole("warrantyMonths"), form.text("warrantyReason"))),
                "order.warranted", "order?faces-redirect=true&id=" + id);
        view = null;
        byLine = null;
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public Form getForm() {
        return form;
    }

    /** Decided award files by which can be ordered from its supplier, read once per request of the browser. */
    public List<AwardQueries.Option> getFiles() {
        if (files == null) {
            files = awards.decided(getView().supplierId());
        }
        return files;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }

    public String getAwardReference() {
        return awardReference;
    }

    public void setAwardReference(String awardReference) {
        this.awardReference = awardReference;
    }

    public String getAwardReason() {
        return awardReason;
    }

    public void setAwardReason(String awardReason) {
        this.awardReason = awardReason;
    }

    /** True if something of a line should have come before today. */
    public boolean late(OrderQueries.View.Line of) {
        return of.lateOn(clock.today());
    }

    /** True if the asker may write down an invoice for the order: who receives does. */
    public boolean isMayCapture() {
        return guard.mayAuthority(DELIVERY_RECEIVE, getView().authorityId());
    }

    /** True if pieces of it are paid, so that a supplier may credit them. */
    public boolean isCreditable() {
        return getView().lines().stream().anyMatch(l -> l.settled() > 0);
    }

    /** The sheet goes to the supplier. */
    public String send() {
        String outcome = act.run(() -> mails.send(id, new OrderMails.Send(version, again, note)), "order.mail.done", "order?faces-redirect=true&id=" + id);
        view = null;
        byLine = null;
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** True if something has come that is no device: it can go into a store. */
    public boolean isMaterial() {
        return getView().lines().stream().anyMatch(l -> l.kind() == ModelKind.ACCESSORY && l.delivered() > 0);
    }

    /** When it was sent to whom, read once per request of the browser. */
    public List<OrderQueries.Sent> getSent() {
        if (sent == null) {
            sent = queries.sent(id);
        }
        return sent;
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** The devices that came for a line. */
    public List<OrderQueries.View.Piece> devicesOf(Long lineId) {
        if (byLine == null) {
            byLine = getView().devices().stream().collect(Collectors.groupingBy(OrderQueries.View.Piece::orderLineId));
        }
        return byLine.getOrDefault(lineId, List.of());
    }

    /** Those that the page shows: the first of each line, and all of the line that the URL names. */
    public List<OrderQueries.View.Piece> shown(Long lineId) {
        List<OrderQueries.View.Piece> all = devicesOf(lineId);
        return lineId.equals(line) || all.size() <= SHOWN ? all : all.subList(0, SHOWN);
    }

    public Long getLine() {
        return line;
    }

    public void setLine(Long line) {
        this.line = line;
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
