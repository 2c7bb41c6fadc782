package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/** A line of an invoice while it is written down: of a line of the order or of another one, or one of freight and the like. */
public class EditLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private final LineKind kind;
    private Long orderLineId;
    private final String where;
    /** True for goods of another order: which line of it is chosen. */
    private final boolean other;
    private String text;
    private Integer pieces;
    private String net;
    private Integer vatBp;
    private LocalDate suppliedOn;

    /** A line of the order with what is to be paid of it at the ordered price; of what is paid, what is credited is typed. */
    EditLine(InvoiceQueries.Billable.Line line, boolean credit, Locale locale) {
        kind = LineKind.GOODS;
        other = false;
        orderLineId = line.id();
        where = line.lineNo() + " · " + line.school();
        text = line.article();
        pieces = credit || line.open() <= 0 ? null : Integer.valueOf(line.open());
        net = pieces == null ? null : Money.of(line.netCents(pieces)).amount(locale);
        vatBp = line.vatBp();
    }

    /** A line as it was written down. */
    EditLine(InvoiceQueries.View.Line line, Locale locale) {
        kind = line.kind();
        other = false;
        orderLineId = line.orderLineId();
        where = line.school() == null ? "" : line.school();
        text = line.text();
        pieces = line.pieces();
        net = Money.of(line.netCents()).amount(locale);
        vatBp = line.vatBp();
        suppliedOn = line.suppliedOn();
    }

    /** An empty line: of freight and the like, or of goods of another order. */
    EditLine(LineKind kind, Integer vatBp) {
        this.kind = kind;
        this.other = kind == LineKind.GOODS;
        this.orderLineId = null;
        this.where = "";
        this.vatBp = vatBp;
    }

    /** True if it has an amount, or names what else of other orders is to be paid: an amount that was forgotten is asked for. */
    boolean filled() {
        return net != null && !net.isBlank() || other && orderLineId != null;
    }

    Invoices.Line line(String name) {
        return new Invoices.Line(kind, text == null || text.isBlank() ? name : text, goods() ? pieces : null, Amounts.cents(net), vatBp,
                orderLineId, suppliedOn);
    }

    private boolean goods() {
        return kind == LineKind.GOODS;
    }

    public boolean isOther() {
        return other;
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
