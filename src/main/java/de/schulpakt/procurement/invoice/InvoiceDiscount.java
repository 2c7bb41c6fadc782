package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The cash discount that was taken on a part of an invoice, or given back, below zero. Written once; its postings name it. */
@Entity
@Table(name = "invoice_discount")
class InvoiceDiscount {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "invoice_part_id")
    private Long invoicePartId;
    @Column(name = "cents")
    private long cents;

    protected InvoiceDiscount() {
    }

    InvoiceDiscount(Long invoicePartId, long cents) {
        this.invoicePartId = invoicePartId;
        this.cents = cents;
    }

    Long invoicePartId() {
        return invoicePartId;
    }

    long cents() {
        return cents;
    }

    String source() {
        return "invoice_discount:" + id;
    }
}
