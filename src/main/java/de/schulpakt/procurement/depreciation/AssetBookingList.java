package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;

/** The runs of depreciation of the authorities whose money the asker may see as a whole, the newest first. */
@Queries
public class AssetBookingList extends ListOf<AssetBookingList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "asset-bookings", "/procurement/depreciation")
            .from("AssetBooking b").join("y", "join Authority y on y.id = b.authorityId")
            .hidden("authorityId", "b.authorityId").hidden("version", "b.version")
            .column("no", "depreciation.run", TEXT, "b.no").sorted("no", "b.id").always().link("depreciation-run.xhtml?id={id}")
            .column("state", "orders.state", STATE, "b.state").sorted()
            .column("year", "depreciation.year", YEAR, "b.year").sorted("year", "b.year")
            .column("authority", "orders.authority", TEXT, "y.name").asked()
            .column("devices", "depreciation.devices", NUMBER, "b.devices")
            .column("openingCents", "depreciation.opening", MONEY, "b.figures.opening").asked()
            .column("correctionCents", "depreciation.correction", MONEY, "b.figures.correction").asked()
            .column("depreciationCents", "depreciation.depreciation", MONEY, "b.figures.depreciation")
            .column("disposalCents", "depreciation.disposal", MONEY, "b.figures.disposal").asked()
            .column("closingCents", "depreciation.closing", MONEY, "b.figures.closing")
            .column("itemReleaseCents", "depreciation.release", MONEY, "b.figures.itemRelease")
            .column("itemClosingCents", "depreciation.item_closing", MONEY, "b.figures.itemClosing").asked()
            .column("bookedAt", "depreciation.booked_at", INSTANT, "b.bookedAt")
            .words("q", Words.in().starts("b.no"))
            .equal("state", AssetBookingState.class, "b.state").equal("year", Long.class, "b.year").equal("authority", Long.class, "b.authorityId")
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

    /** A run; amounts in cents. */
    public record Row(Long id, String no, AssetBookingState state, Integer year, Long authorityId, String authority, Integer devices, Long openingCents,
            Long correctionCents, Long depreciationCents, Long disposalCents, Long closingCents, Long itemReleaseCents, Long itemClosingCents, Instant bookedAt,
            Integer version) {
    }
}
