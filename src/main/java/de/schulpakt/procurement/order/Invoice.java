package de.schulpakt.procurement.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The supplier's invoice for a delivery. Its number exists once per supplier. */
@Entity
@Table(name = "invoice")
class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "supplier_id")
    private Long supplierId;
    @Column(name = "delivery_id")
    private Long deliveryId;
    @Column(name = "no")
    private String no;
    @Column(name = "invoiced_on")
    private LocalDate invoicedOn;
    @Column(name = "total_cents")
    private long totalCents;

    protected Invoice() {
    }

    Invoice(Long supplierId, Long deliveryId, String no, LocalDate invoicedOn, long totalCents) {
        this.supplierId = supplierId;
        this.deliveryId = deliveryId;
        this.no = no;
        this.invoicedOn = invoicedOn;
        this.totalCents = totalCents;
    }
}
