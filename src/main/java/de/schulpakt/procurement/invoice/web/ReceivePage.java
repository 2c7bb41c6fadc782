package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.refusal.Refusals;
import de.schulpakt.procurement.refusal.RefusedKind;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Receives a delivery: delivery note, invoice if it is there, and per line the serials as they are scanned. */
@Named
@ViewScoped
public class ReceivePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Receipts receipts;
    @Inject
    transient ReceiptQueries checks;
    @Inject
    transient Invoices invoices;
    @Inject
    transient Act act;
    @Inject
    transient Clock clock;
    private Long id;
    private Integer version;
    private String deliveryNoteNo;
    private LocalDate receivedOn;
    private String invoiceNo;
    private LocalDate invoicedOn;
    private final List<ScanLine> lines = new ArrayList<>();
    private transient List<ReceiptQueries.Bad> bad = List.of();
    private transient OrderQueries.View view;

    /** Reads the lines of which pieces are awaited. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            receivedOn = clock.today();
            invoicedOn = clock.today();
            getView().lines().stream().filter(l -> l.awaited() > 0).forEach(l -> lines.add(new ScanLine(l)));
        });
    }

    /** Books the delivery, and its invoice if its number is there; without one the invoice is captured when it comes. */
    public String receive() {
        boolean alone = invoiceNo == null || invoiceNo.isBlank();
        List<ScanLine> filled = lines.stream().filter(ScanLine::isFilled).toList();
        String outcome = act.run(() -> {
            if (alone) {
                receipts.receive(id, new Receipts.Receive(version, deliveryNoteNo, receivedOn,
                        filled.stream().map(l -> new Receipts.Came(l.getId(), l.serials(), l.getQuantity())).toList(), refused()));
            } else {
                invoices.receive(id, new Invoices.Receive(version, deliveryNoteNo, receivedOn, invoiceNo, invoicedOn,
                        filled.stream().map(ReceivePage::received).toList(), refused()));
            }
        }, alone ? "delivery.received_alone" : "delivery.received", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            // what was scanned stays; after a conflict the next press answers the new state
            view = null;
            act.show(() -> version = getView().version());
            act.show(() -> bad = checks.bad(id, came()));
        }
        return outcome;
    }

    /** Books what can be booked: the serial numbers that cannot are taken out. */
    public String receiveGood() {
        act.show(() -> checks.bad(id, came()).forEach(b -> lines.stream().filter(l -> l.getId().equals(b.orderLineId())).forEach(l -> l.drop(b))));
        return receive();
    }

    private List<Refusals.Piece> refused() {
        return lines.stream().map(ScanLine::refusal).filter(Objects::nonNull).toList();
    }

    /** What is done with pieces that are not taken. */
    public RefusedKind[] getKinds() {
        return RefusedKind.values();
    }

    private List<Receipts.Came> came() {
        return lines.stream().filter(ScanLine::isFilled).map(l -> new Receipts.Came(l.getId(), l.serials(), l.getQuantity())).toList();
    }

    /** The serial numbers that could not be booked, each with its reason. */
    public List<ReceiptQueries.Bad> getBad() {
        return bad;
    }

    private static Invoices.Received received(ScanLine line) {
        return new Invoices.Received(line.getId(), line.getPrice() == null || line.getPrice().isBlank() ? null
                : Amounts.cents(line.getPrice()), line.serials(), line.getQuantity());
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public List<ScanLine> getLines() {
        return lines;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getDeliveryNoteNo() {
        return deliveryNoteNo;
    }

    public void setDeliveryNoteNo(String deliveryNoteNo) {
        this.deliveryNoteNo = deliveryNoteNo;
    }

    public LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public String getInvoiceNo() {
        return invoiceNo;
    }

    public void setInvoiceNo(String invoiceNo) {
        this.invoiceNo = invoiceNo;
    }

    public LocalDate getInvoicedOn() {
        return invoicedOn;
    }

    public void setInvoicedOn(LocalDate invoicedOn) {
        this.invoicedOn = invoicedOn;
    }
}
