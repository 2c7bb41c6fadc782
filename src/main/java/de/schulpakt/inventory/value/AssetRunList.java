package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
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
import java.time.Instant;

/** The statements of the authorities whose money the asker may see as a whole, the newest first. */
@Queries
public class AssetRunList extends ListOf<AssetRunList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "asset-runs", "/inventory/asset-runs")
            .from("AssetRun a").join("y", "join Authority y on y.id = a.authorityId").hidden("authorityId", "a.authorityId")
            .column("no", "value.no", TEXT, "a.no").sorted("no", "a.id").always().link("assets.xhtml?run={id}")
            .column("year", "value.year", YEAR, "a.year").sorted("year", "a.year")
            .column("authority", "value.authority", TEXT, "y.name").asked()
            .column("devices", "value.devices", NUMBER, "a.devices")
            .column("unvalued", "value.unvalued", NUMBER, "a.unvalued")
            .column("costCents", "value.cost", MONEY, "a.costCents")
            .column("depreciationCents", "value.depreciation", MONEY, "a.depreciationCents")
            .column("closingCents", "value.closing", MONEY, "a.closingCents")
            .column("itemClosingCents", "value.item_closing", MONEY, "a.itemClosingCents")
            .column("madeAt", "value.made", INSTANT, "a.madeAt")
            .words("q", Words.in().starts("a.no"))
            .equal("year", Long.class, "a.year").equal("authority", Long.class, "a.authorityId")
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

    /** A statement; sums in cents. */
    public record Row(Long id, String no, Integer year, Long authorityId, String authority, Integer devices, Integer unvalued, Long costCents,
            Long depreciationCents, Long closingCents, Long itemClosingCents, Instant madeAt) {
    }
}
