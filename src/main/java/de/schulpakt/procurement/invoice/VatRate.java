package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The rates of value added tax from a day on, in basis points, with their source. */
@Entity
@Table(name = "vat_rate")
class VatRate {
    @Id
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "standard_bp")
    private int standardBp;
    @Column(name = "reduced_bp")
    private int reducedBp;
    @Column(name = "source")
    private String source;

    protected VatRate() {
    }

    /** True for a rate that was in force: one of both, or none for what is free of tax. */
    boolean has(int bp) {
        return bp == 0 || bp == standardBp || bp == reducedBp;
    }

    int standardBp() {
        return standardBp;
    }
}
