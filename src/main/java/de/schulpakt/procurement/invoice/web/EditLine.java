package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/** A line of an invoice while it is written down: of a line of the order, or one of freight and the like. */
public class EditLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private final LineKind kind;
    private Long orderLineId;
    private final String where;
    private String text;
    private Integer pieces;
    private String net;
    private Integer vatBp;
    private LocalDate suppliedOn;

    /** A line of the order with what is to be paid of it at the ordered price. */
    EditLine(InvoiceQueries.Billable.Line line, Locale locale) {
        kind = LineKind.GOODS;
        orderLineId = line.id();
        where = line.lineNo() + " · " + line.school();
        text = line.article();
        pieces = line.open();
        net = pieces == 0 ? null : Money.of(line.netCents(pieces)).amount(locale);
        vatBp = line.vatBp();
    }

    /** A line as it was written down. */
    EditLine(InvoiceQueries.View.Line line, Locale locale) {
        kind = line.kind();
        orderLineId = line.orderLineId();
        where = line.school() == null ? "" : line.school();
        text = line.text();
        pieces = line.pieces();
        net = Money.of(line.netCents()).amount(locale);
        vatBp = line.vatBp();
        suppliedOn = line.suppliedOn();
    }

    /** An empty line of freight and the like. */
    EditLine(LineKind kind, Integer vatBp) {
        this.kind = kind;
        this.orderLineId = null;
        this.where = "";
        this.vatBp = vatBp;
    }

    /** True if it has an amount. */
    boolean filled() {
        return net != null && !net.isBlank();
    }

    Invoices.Line line(String name) {
        return new Invoices.Line(kind, text == null || text.isBlank() ? name : text, goods() ? pieces : null, Amounts.cents(net), vatBp,
                orderLineId, suppliedOn);
    }

    private boolean goods() {
        return kind == LineKind.GOODS;
    }

    public boolean isGoods() {
        return goods();
    }

    public LineKind getKind() {
        return kind;
    }

    public String getWhere() {
        return where;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Long getOrderLineId() {
        return orderLineId;
    }

    public void setOrderLineId(Long orderLineId) {
        this.orderLineId = orderLineId;
    }

    public Integer getPieces() {
        return pieces;
    }

    public void setPieces(Integer pieces) {
        this.pieces = pieces;
    }

    public String getNet() {
        return net;
    }

    public void setNet(String net) {
        this.net = net;
    }

    public Integer getVatBp() {
        return vatBp;
    }

    public void setVatBp(Integer vatBp) {
        this.vatBp = vatBp;
    }

    public LocalDate getSuppliedOn() {
        return suppliedOn;
    }

    public void setSuppliedOn(LocalDate suppliedOn) {
        this.suppliedOn = suppliedOn;
    }
}
