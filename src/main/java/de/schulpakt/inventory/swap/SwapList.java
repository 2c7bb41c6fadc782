package de.schulpakt.inventory.swap;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;

/** The swaps of the schools whose devices the asker may see, the newest first. */
@Queries
public class SwapList extends ListOf<SwapList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "device-swaps", "/inventory/swaps")
            .from("DeviceSwap w").join("s", "join School s on s.id = w.schoolId").join("o", "join Device o on o.id = w.oldId")
            .join("n", "join Device n on n.id = w.newId").join("m", "join DeviceModel m on m.id = o.modelId")
            .hidden("schoolId", "s.id").hidden("oldId", "w.oldId").hidden("newId", "w.newId")
            .column("swappedAt", "swaps.when", INSTANT, "w.swappedAt").sorted("swapped", "w.id").always()
            .column("oldNo", "swaps.old", TEXT, "o.inventoryNo").link("device.xhtml?id={oldId}")
            .column("newNo", "swaps.new", TEXT, "n.inventoryNo").link("device.xhtml?id={newId}")
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)")
            .column("school", "device.school", TEXT, "s.name")
            .column("kind", "swaps.kind", NAME, "w.kind").sorted("kind", "w.kind")
            .column("reason", "swap.reason", TEXT, "w.reason")
            .column("swappedBy", "swaps.who", TEXT, "w.swappedBy").asked()
            .column("undoneAt", "swaps.undone", INSTANT, "w.undoneAt")
            .column("undoneBy", "swaps.undone_by", TEXT, "w.undoneBy").asked()
            .column("undoneWhy", "swap.undo_reason", TEXT, "w.undoneWhy").asked()
            .words("q", Words.in().starts("o.inventoryNo", "n.inventoryNo"))
            .equal("kind", Swaps.SwapKind.class, "w.kind").equal("school", Long.class, "w.schoolId")
            .own("undone", Boolean.class, undone -> Condition.of(undone ? "w.undoneAt is not null" : "w.undoneAt is null"))
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).of("s");
    }

    /**
     * A swap.
     *
     * @param undoneAt  null while it holds
     * @param undoneWhy of one that was put right at its loan the number of that, where it stands
     */
    public record Row(Long id, Instant swappedAt, Long oldId, String oldNo, Long newId, String newNo, String model, Long schoolId, String school, Swaps.SwapKind kind,
            String reason, String swappedBy, Instant undoneAt, String undoneBy, String undoneWhy) {
    }
}
