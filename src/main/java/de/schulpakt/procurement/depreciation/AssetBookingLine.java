package de.schulpakt.procurement.depreciation;

import de.schulpakt.inventory.device.ModelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A device in a run. Amounts in cents; the cost is gross. */
@Entity
@Table(name = "asset_booking_line")
class AssetBookingLine {
    /** Columns in the order of {@link #values}. */
    private static final String COLUMNS = "booking_id, device_id, school_id, inventory_no, kind, cost_cents, grant_cents, opening_cents, addition_cents, correction_cents,"
            + " depreciation_cents, disposal_cents, closing_cents, item_opening_cents, item_addition_cents, item_correction_cents, item_release_cents, item_disposal_cents,"
            + " item_closing_cents";
    private static final int WIDTH = 19;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "booking_id")
    private Long bookingId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "inventory_no")
    private String inventoryNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "cost_cents")
    private long costCents;
    @Column(name = "grant_cents")
    private long grantCents;
    @Embedded
    private AssetFigures figures;

    protected AssetBookingLine() {
    }

    AssetBookingLine(Long bookingId, AssetBookings.Thing of, long costCents, long grantCents, AssetFigures figures) {
        this.bookingId = bookingId;
        this.deviceId = of.deviceId();
        this.schoolId = of.schoolId();
        this.inventoryNo = of.inventoryNo();
        this.kind = of.kind();
        this.costCents = costCents;
        this.grantCents = grantCents;
        this.figures = figures;
    }

    AssetFigures figures() {
        return figures;
    }

    ModelKind kind() {
        return kind;
    }

    Long schoolId() {
        return schoolId;
    }

    /** The statement that writes so many lines. */
    static String insert(int lines) {
        String row = "(" + String.join(", ", Collections.nCopies(WIDTH, "?")) + ")";
        return "insert into asset_booking_line (" + COLUMNS + ") values " + String.join(", ", Collections.nCopies(lines, row));
    }

    /** What its columns hold. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(Arrays.asList(bookingId, deviceId, schoolId, inventoryNo, kind.name(), costCents, grantCents));
        values.addAll(figures.values());
        return values;
    }
}
