package de.schulpakt.inventory.value;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The statement of an authority's devices for one year, as it was made once. */
@Entity
@Table(name = "asset_run")
class AssetRun {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "year")
    private int year;
    @Column(name = "limit_cents")
    private long limitCents;
    @Column(name = "devices")
    private int devices;
    @Column(name = "unvalued")
    private int unvalued;
    @Column(name = "cost_cents")
    private long costCents;
    @Column(name = "depreciation_cents")
    private long depreciationCents;
    @Column(name = "closing_cents")
    private long closingCents;
    @Column(name = "item_closing_cents")
    private long itemClosingCents;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;

    protected AssetRun() {
    }

    AssetRun(String no, Long authorityId, int year, long limitCents, Instant at, String by) {
        this.no = no;
        this.authorityId = authorityId;
        this.year = year;
        this.limitCents = limitCents;
        this.madeAt = at;
        this.madeBy = by;
    }

    Long id() {
        return id;
    }

    /** One more line. */
    void adds(AssetLine line) {
        devices++;
        costCents += line.cost();
        depreciationCents += line.depreciation();
        closingCents += line.closing();
        itemClosingCents += line.itemClosing();
    }

    /** A device could not be valued. */
    void leavesOut() {
        unvalued++;
    }

    int devices() {
        return devices;
    }

    Ref ref() {
        return new Ref("AssetRun", id, no).ofAuthority(authorityId);
    }
}
