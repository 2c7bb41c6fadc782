package de.schulpakt.procurement.depreciation;

import de.schulpakt.inventory.device.ModelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is booked for the things of a class at a school: from one account to another, with a minus the other way round. */
@Entity
@Table(name = "asset_entry")
class AssetEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "booking_id")
    private Long bookingId;
    @Enumerated(EnumType.STRING)
    @Column(name = "movement")
    private AssetMovement movement;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "debit")
    private String debit;
    @Column(name = "credit")
    private String credit;
    @Column(name = "cost_centre")
    private String costCentre;
    @Column(name = "devices")
    private int devices;
    @Column(name = "amount_cents")
    private long amountCents;

    protected AssetEntry() {
    }

    AssetEntry(Long bookingId, AssetBookingQueries.Entry entry, Long schoolId) {
        this.bookingId = bookingId;
        this.movement = entry.movement();
        this.kind = entry.kind();
        this.schoolId = schoolId;
        this.debit = entry.debit();
        this.credit = entry.credit();
        this.costCentre = entry.costCentre();
        this.devices = entry.devices();
        this.amountCents = entry.amountCents();
    }
}
