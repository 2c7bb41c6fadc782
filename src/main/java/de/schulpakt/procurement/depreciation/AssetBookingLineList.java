package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** The devices in the runs of depreciation; the sums of a run are those of its devices. */
@Queries
public class AssetBookingLineList extends ListOf<AssetBookingLineList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "asset-booking-lines", "/procurement/depreciation-devices")
            .from("AssetBookingLine l").join("b", "join AssetBooking b on b.id = l.bookingId").join("s", "join School s on s.id = l.schoolId")
            .hidden("deviceId", "l.deviceId").hidden("bookingId", "l.bookingId")
            .column("inventoryNo", "depreciation.inventory_no", TEXT, "l.inventoryNo").sorted("inventoryNo", "l.deviceId").always().link("../inventory/device.xhtml?id={deviceId}")
            .column("run", "depreciation.run", TEXT, "b.no").asked()
            .column("year", "depreciation.year", YEAR, "b.year").asked()
            .column("kind", "depreciation.kind", NAME, "l.kind")
            .column("school", "finance.school", TEXT, "s.name")
            .column("costCents", "depreciation.cost", MONEY, "l.costCents").asked()
            .column("openingCents", "depreciation.opening", MONEY, "l.figures.opening")
            .column("additionCents", "depreciation.addition", MONEY, "l.figures.addition")
            .column("correctionCents", "depreciation.correction", MONEY, "l.figures.correction")
            .column("depreciationCents", "depreciation.depreciation", MONEY, "l.figures.depreciation")
            .column("disposalCents", "depreciation.disposal", MONEY, "l.figures.disposal")
            .column("closingCents", "depreciation.closing", MONEY, "l.figures.closing")
            .column("grantCents", "depreciation.grant", MONEY, "l.grantCents").asked()
            .column("itemOpeningCents", "depreciation.item_opening", MONEY, "l.figures.itemOpening").asked()
            .column("itemAdditionCents", "depreciation.item_addition", MONEY, "l.figures.itemAddition").asked()
            .column("itemCorrectionCents", "depreciation.item_correction", MONEY, "l.figures.itemCorrection").asked()
            .column("itemReleaseCents", "depreciation.release", MONEY, "l.figures.itemRelease").asked()
            .column("itemDisposalCents", "depreciation.item_disposal", MONEY, "l.figures.itemDisposal").asked()
            .column("itemClosingCents", "depreciation.item_closing", MONEY, "l.figures.itemClosing").asked()
            .words("q", Words.in().starts("l.inventoryNo"))
            .equal("booking", Long.class, "l.bookingId").equal("kind", ModelKind.class, "l.kind").equal("school", Long.class, "l.schoolId")
            .equal("device", Long.class, "l.deviceId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(BUDGET_VIEW).ofAuthority("b.authorityId");
    }

    /** A device in a run; amounts in cents, the cost is gross. */
    public record Row(Long id, Long bookingId, Long deviceId, String inventoryNo, String run, Integer year, ModelKind kind, String school, Long costCents,
            Long openingCents, Long additionCents, Long correctionCents, Long depreciationCents, Long disposalCents, Long closingCents, Long grantCents,
            Long itemOpeningCents, Long itemAdditionCents, Long itemCorrectionCents, Long itemReleaseCents, Long itemDisposalCents, Long itemClosingCents) {
    }
}
