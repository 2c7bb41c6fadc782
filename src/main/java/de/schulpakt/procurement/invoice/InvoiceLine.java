package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A line of an invoice as it is printed, and the line of the order that it belongs to. Written anew with its invoice. */
@Entity
@Table(name = "invoice_line")
class InvoiceLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "invoice_id")
    private Long invoiceId;
    @Column(name = "line_no")
    private int lineNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private LineKind kind;
    @Column(name = "text")
    private String text;
    @Column(name = "pieces")
    private int pieces;
    @Column(name = "net_cents")
    private long netCents;
    @Column(name = "vat_bp")
    private int vatBp;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "supplied_on")
    private LocalDate suppliedOn;

    protected InvoiceLine() {
    }

    InvoiceLine(Long invoiceId, int lineNo, Invoices.Line line) {
        this.invoiceId = invoiceId;
        this.lineNo = lineNo;
        this.kind = line.kind();
        this.text = line.text().strip();
        this.pieces = line.pieces() == null ? 0 : line.pieces();
        this.netCents = line.netCents();
        this.vatBp = line.vatBp();
        this.orderLineId = line.orderLineId();
        this.suppliedOn = line.suppliedOn();
    }

    boolean goods() {
        return kind == LineKind.GOODS;
    }

    LineKind kind() {
        return kind;
    }

    int lineNo() {
        return lineNo;
    }

    String text() {
        return text;
    }

    int pieces() {
        return pieces;
    }

    long netCents() {
        return netCents;
    }

    int vatBp() {
        return vatBp;
    }

    Long orderLineId() {
        return orderLineId;
    }

    LocalDate suppliedOn() {
        return suppliedOn;
    }
}
