package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;

/** The stock-takings of the schools that the asker may see, the newest first. */
@Queries
public class StocktakeList extends ListOf<StocktakeList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "stocktakes", "/inventory/stocktakes")
            .from("Stocktake t").join("s", "join School s on s.id = t.schoolId").join("r", "left join Room r on r.id = t.roomId")
            .hidden("schoolId", "s.id")
            .column("no", "stocktake.no", TEXT, "t.no").sorted("no", "t.id").always().link("stocktake.xhtml?id={id}")
            .column("title", "stocktake.name", TEXT, "t.title")
            .column("school", "device.school", TEXT, "s.name").sorted()
            .column("room", "device.room", TEXT, "r.name").none("stocktake.all_rooms").asked()
            .column("expected", "stocktake.expected", NUMBER, "t.expected")
            .column("state", "device.state", STATE, "t.state").sorted()
            .column("openedAt", "stocktake.opened", INSTANT, "t.openedAt").sorted("opened", "t.openedAt")
            .column("closedAt", "stocktake.closed", INSTANT, "t.closedAt").sorted("closed", "t.closedAt")
            .words("text", Words.in().starts("t.no").among("t.schoolId", "School", "s", "name"))
            .equal("state", StocktakeState.class, "t.state").equal("school", Long.class, "t.schoolId")
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
     * A stock-taking.
     *
     * @param room     null: all rooms
     * @param expected devices that were expected at its begin
     */
    public record Row(Long id, String no, String title, Long schoolId, String school, String room, Integer expected, StocktakeState state, Instant openedAt,
            Instant closedAt) {
    }
}
