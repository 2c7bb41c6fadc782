package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The tax of one rate of an invoice, as it is printed: its basis and its amount. */
@Entity
@Table(name = "invoice_vat")
class InvoiceVat {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "invoice_id")
    private Long invoiceId;
    @Column(name = "vat_bp")
    private int vatBp;
    @Column(name = "net_cents")
    private long netCents;
    @Column(name = "vat_cents")
    private long vatCents;

    protected InvoiceVat() {
    }

    InvoiceVat(Long invoiceId, int vatBp, long netCents, long vatCents) {
        this.invoiceId = invoiceId;
        this.vatBp = vatBp;
        this.netCents = netCents;
        this.vatCents = vatCents;
    }

    int vatBp() {
        return vatBp;
    }

    long netCents() {
        return netCents;
    }

    long vatCents() {
        return vatCents;
    }
}
