package de.schulpakt.overview.readiness;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.overview.readiness.RoomTrade.ACCESS_POINT;
import static de.schulpakt.overview.readiness.RoomTrade.CABLE;
import static de.schulpakt.overview.readiness.RoomTrade.DEVICES;
import static de.schulpakt.overview.readiness.RoomTrade.DISPLAY;
import static de.schulpakt.overview.readiness.RoomTrade.MANAGED;
import static de.schulpakt.overview.readiness.RoomTrade.PORT;
import static de.schulpakt.overview.readiness.RoomTrade.POWER;
import static de.schulpakt.overview.readiness.RoomTrade.SURVEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import de.schulpakt.school.place.RoomKind;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rooms, but for those of places that were given up, of the schools whose network the asker may see, with what each has of what it needs; one statement. */
@Queries
public class RoomList extends ListOf<RoomList.Row> {
    private final Listing<Row> listing = Listing.of(Row.class, "room-readiness", "/overview/readiness")
            .from("Room r").join("s", "join School s on s.id = r.schoolId").join("b", "join Building b on b.id = r.buildingId")
            .hidden("schoolId", "s.id")
            .column("room", "readiness.room", TEXT, "r.name").sorted("room", "r.nameKey").always().link("/school/room.xhtml?id={id}")
            .column("school", "readiness.school", TEXT, "s.name").sorted().link("/school/school.xhtml?id={schoolId}")
            .column("building", "readiness.building", TEXT, "b.name").asked()
            .column("floor", "readiness.floor", TEXT, "r.floor").asked()
            .column("kind", "readiness.kind", NAME, "r.kind").asked()
            .later("missing", "readiness.missing", TEXT).none("readiness.nothing")
            .column("survey", "RoomTrade.SURVEY", NUMBER, SURVEY.counted()).asked()
            .column("supply", "RoomTrade.POWER", NUMBER, POWER.counted()).asked()
            .column("cables", "readiness.cables", NUMBER, CABLE.counted())
            .column("ports", "readiness.ports", NUMBER, PORT.counted())
            .column("accessPoints", "RoomTrade.ACCESS_POINT", NUMBER, ACCESS_POINT.counted())
            .column("displays", "RoomTrade.DISPLAY", NUMBER, DISPLAY.counted()).asked()
            .column("devices", "RoomTrade.DEVICES", NUMBER, DEVICES.counted())
            .column("managed", "RoomTrade.MANAGED", NUMBER, MANAGED.counted()).asked()
            .words("text", Words.in().starts("r.name").among("r.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "r.schoolId").equal("kind", RoomKind.class, "r.kind").equal("building", Long.class, "r.buildingId")
            .own("missing", RoomTrade.class, RoomList::missing)
            .build();
    @Inject
    Guard guard;

    /** What a room lacks first, and who brings it. */
    public record Missing(RoomTrade trade, Ball ball) implements Worded {
        @Override
        public String told(Locale locale) {
            return Texts.get(locale, trade) + " · " + Texts.get(locale, ball);
        }
    }

    /** Rooms that lack this first: all before it is there. */
    private static Condition missing(RoomTrade first) {
        List<Condition> all = new ArrayList<>();
        for (RoomTrade trade : RoomTrade.values()) {
            if (trade.ordinal() < first.ordinal()) {
                all.add(Condition.of(trade.there()));
            }
        }
        all.add(Condition.of("not " + first.there()));
        return Condition.and(all);
    }

    @Override
    protected Listing<Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(NETWORK_VIEW).of("s"), Condition.of("r.closedOn is null and r.leftOn is null")));
    }

    @Override
    protected List<Row> completed(List<Row> rows) {
        return rows.stream().map(Row::completed).toList();
    }

    /**
     * A room.
     *
     * @param missing what it lacks first in the order of the trades, null for nothing
     */
    public record Row(Long id, Long schoolId, String room, String school, String building, String floor, RoomKind kind, Missing missing,
            Long survey, Long supply, Long cables, Long ports, Long accessPoints, Long displays, Long devices, Long managed) {
        Row completed() {
            RoomTrade first = ReadinessQueries.first(new Long[] {survey, supply, cables, ports, accessPoints, displays, devices, managed});
            return new Row(id, schoolId, room, school, building, floor, kind, first == null ? null : new Missing(first, first.ball()), survey,
                    supply, cables, ports, accessPoints, displays, devices, managed);
        }
    }
}
