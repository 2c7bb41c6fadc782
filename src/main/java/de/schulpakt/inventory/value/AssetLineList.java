package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The lines of the statements of authorities whose money the asker may see as a whole: the file for the ledger. */
@Queries
public class AssetLineList extends ListOf<AssetLineList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "asset-lines", "/inventory/assets")
            .from("AssetLine l").join("a", "join AssetRun a on a.id = l.runId").join("s", "join School s on s.id = l.schoolId")
            .hidden("deviceId", "l.deviceId").hidden("runId", "l.runId")
            .column("inventoryNo", "device.inventory_no", TEXT, "l.inventoryNo").sorted("inventoryNo", "l.deviceId").always().link("device.xhtml?id={deviceId}")
            .column("year", "value.year", YEAR, "a.year").asked()
            .column("model", "device.model", TEXT, "l.model")
            .column("school", "device.school", TEXT, "s.name").asked()
            .column("acquiredOn", "value.acquired", DAY, "l.acquiredOn").sorted("acquired", "l.acquiredOn")
            .column("endedOn", "device.retired_on", DAY, "l.endedOn").asked()
            .column("years", "value.years", NUMBER, "l.years")
            .column("costCents", "value.cost", MONEY, "l.costCents").sorted("cost", "l.costCents")
            .column("netCents", "value.net", MONEY, "l.netCents").asked()
            .column("fixedAsset", "value.fixed", FLAG, "l.fixedAsset")
            .column("openingCents", "value.opening", MONEY, "l.openingCents")
            .column("additionCents", "value.addition", MONEY, "l.additionCents").asked()
            .column("depreciationCents", "value.depreciation", MONEY, "l.depreciationCents")
            .column("disposalCents", "value.disposal", MONEY, "l.disposalCents").asked()
            .column("closingCents", "value.closing", MONEY, "l.closingCents")
            .column("grantCents", "value.grant", MONEY, "l.grantCents").asked()
            .column("itemOpeningCents", "value.item_opening", MONEY, "l.itemOpeningCents").asked()
            .column("itemReleaseCents", "value.item_release", MONEY, "l.itemReleaseCents")
            .column("itemDisposalCents", "value.item_disposal", MONEY, "l.itemDisposalCents").asked()
            .column("itemClosingCents", "value.item_closing", MONEY, "l.itemClosingCents")
            .words("q", Words.in().starts("l.inventoryNo"))
            .equal("run", Long.class, "l.runId").equal("fixedAsset", Boolean.class, "l.fixedAsset").equal("device", Long.class, "l.deviceId")
            .equal("school", Long.class, "l.schoolId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(BUDGET_VIEW).ofAuthority("a.authorityId");
    }

    /** A device in a statement; amounts in cents, the cost is gross. */
    public record Row(Long id, Long runId, Long deviceId, String inventoryNo, Integer year, String model, String school, LocalDate acquiredOn, LocalDate endedOn,
            Integer years, Long costCents, Long netCents, Boolean fixedAsset, Long openingCents, Long additionCents, Long depreciationCents, Long disposalCents,
            Long closingCents, Long grantCents, Long itemOpeningCents, Long itemReleaseCents, Long itemDisposalCents, Long itemClosingCents) {
    }
}
