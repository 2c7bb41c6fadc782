package de.schulpakt.inventory.value;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A device in a statement. Amounts in cents; the cost is gross. */
@Entity
@Table(name = "asset_line")
class AssetLine {
    /** Columns in the order of {@link #values}. */
    private static final String COLUMNS = "run_id, device_id, school_id, inventory_no, model, acquired_on, ended_on, years, cost_cents, net_cents, fixed_asset, "
            + "opening_cents, addition_cents, depreciation_cents, disposal_cents, closing_cents, grant_cents, item_opening_cents, "
            + "item_release_cents, item_disposal_cents, item_closing_cents";
    private static final int WIDTH = 21;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "run_id")
    private Long runId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "inventory_no")
    private String inventoryNo;
    @Column(name = "model")
    private String model;
    @Column(name = "acquired_on")
    private LocalDate acquiredOn;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "years")
    private int years;
    @Column(name = "cost_cents")
    private long costCents;
    @Column(name = "net_cents")
    private Long netCents;
    @Column(name = "fixed_asset")
    private Boolean fixedAsset;
    @Column(name = "opening_cents")
    private long openingCents;
    @Column(name = "addition_cents")
    private long additionCents;
    @Column(name = "depreciation_cents")
    private long depreciationCents;
    @Column(name = "disposal_cents")
    private long disposalCents;
    @Column(name = "closing_cents")
    private long closingCents;
    @Column(name = "grant_cents")
    private long grantCents;
    @Column(name = "item_opening_cents")
    private long itemOpeningCents;
    @Column(name = "item_release_cents")
    private long itemReleaseCents;
    @Column(name = "item_disposal_cents")
    private long itemDisposalCents;
    @Column(name = "item_closing_cents")
    private long itemClosingCents;

    protected AssetLine() {
    }

    AssetLine(Long runId, Values.Owned d, int years, int year, Long net, Boolean fixed, long grant) {
        this.runId = runId;
        this.deviceId = d.id();
        this.schoolId = d.schoolId();
        this.inventoryNo = d.inventoryNo();
        this.model = d.model();
        this.acquiredOn = d.acquiredOn();
        this.endedOn = d.endedOn();
        this.years = years;
        this.costCents = d.costCents();
        this.netCents = net;
        this.fixedAsset = fixed;
        Depreciation thing = new Depreciation(costCents, years, acquiredOn, endedOn);
        this.openingCents = thing.value(year - 1);
        this.additionCents = thing.addition(year);
        this.depreciationCents = thing.in(year);
        this.disposalCents = thing.disposal(year);
        this.closingCents = thing.value(year);
        Depreciation item = new Depreciation(grant, years, acquiredOn, endedOn);
        this.grantCents = grant;
        this.itemOpeningCents = item.value(year - 1);
        this.itemReleaseCents = item.in(year);
        this.itemDisposalCents = item.disposal(year);
        this.itemClosingCents = item.value(year);
    }

    /** The statement that writes so many lines. */
    static String insert(int lines) {
        String row = "(" + String.join(", ", Collections.nCopies(WIDTH, "?")) + ")";
        return "insert into asset_line (" + COLUMNS + ") values " + String.join(", ", Collections.nCopies(lines, row));
    }

    /** What its columns hold. */
    List<Object> values() {
        return Arrays.asList(runId, deviceId, schoolId, inventoryNo, model, acquiredOn, endedOn, years, costCents, netCents, fixedAsset, openingCents, additionCents,
                depreciationCents, disposalCents, closingCents, grantCents, itemOpeningCents, itemReleaseCents, itemDisposalCents, itemClosingCents);
    }

    long cost() {
        return costCents;
    }

    long depreciation() {
        return depreciationCents;
    }

    long closing() {
        return closingCents;
    }

    long itemClosing() {
        return itemClosingCents;
    }
}
