package de.schulpakt.inventory.sight;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** What device management has seen of the devices of the schools that the asker may see. */
@Queries
public class SightList extends ListOf<SightList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "sights", "/inventory/sights")
            .from("DeviceSight f").join("d", "join Device d on d.id = f.deviceId").join("s", "join School s on s.id = d.schoolId")
            .join("m", "join DeviceModel m on m.id = d.modelId").join("o", "left join School o on o.id = f.seenSchoolId")
            .hidden("deviceId", "d.id").hidden("schoolId", "s.id")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo").sorted("inventoryNo", "f.id").always().link("device.xhtml?id={deviceId}")
            .column("serial", "device.serial", TEXT, "d.serial").asked()
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)")
            .column("school", "device.school", TEXT, "s.name")
            .column("state", "device.state", STATE, "d.state")
            .column("lastSeenOn", "sight.last", DAY, "f.lastSeenOn").sorted("last", "f.lastSeenOn").none("sight.never")
            .column("firstSeenOn", "sight.first", DAY, "f.firstSeenOn").sorted("first", "f.firstSeenOn").asked()
            .column("os", "sight.os", TEXT, "f.os")
            .column("managed", "sight.managed", FLAG, "f.managed")
            .column("seenSchool", "sight.at", TEXT, "o.name")
            .words("text", Words.in().starts("d.inventoryNo", "d.serial"))
            .equal("school", Long.class, "d.schoolId").equal("managed", Boolean.class, "f.managed").equal("state", DeviceState.class, "d.state")
            .own("never", Boolean.class, SightList::never).own("elsewhere", Boolean.class, SightList::elsewhere).own("there", Boolean.class, SightList::there)
            .between("last", LocalDate.class, "f.lastSeenOn")
            .build();
    @Inject
    Guard guard;

    private static Condition never(Boolean asked) {
        return Condition.of(asked ? "f.lastSeenOn is null" : "f.lastSeenOn is not null");
    }

    private static Condition elsewhere(Boolean asked) {
        return Condition.of(asked ? "f.seenSchoolId <> d.schoolId" : "(f.seenSchoolId is null or f.seenSchoolId = d.schoolId)");
    }

    /** Neither lost nor given up, or one of these. */
    private static Condition there(Boolean asked) {
        String gone = "d.state = de.schulpakt.inventory.device.DeviceState.LOST or d.state = de.schulpakt.inventory.device.DeviceState.RETIRED";
        return Condition.of(asked ? "not (" + gone + ")" : "(" + gone + ")");
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).of("s");
    }

    /** What was seen of a device; what is null is not known. */
    public record Row(Long id, Long deviceId, String inventoryNo, String serial, String model, Long schoolId, String school, DeviceState state, LocalDate lastSeenOn,
            LocalDate firstSeenOn, String os, Boolean managed, String seenSchool) {
    }
}
