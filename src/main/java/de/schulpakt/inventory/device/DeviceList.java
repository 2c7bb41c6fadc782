package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The devices of the schools that the asker may see, the newest first. */
@Queries
public class DeviceList extends ListOf<DeviceQueries.Row> {
    private static final Listing<DeviceQueries.Row> LISTING = Listing.of(DeviceQueries.Row.class, "devices", "/inventory/devices")
            .from("Device d").join("s", "join School s on s.id = d.schoolId").join("m", "join DeviceModel m on m.id = d.modelId")
            .join("r", "left join Room r on r.id = d.roomId").join("b", "left join Building b on b.id = r.buildingId")
            .hidden("schoolId", "s.id").hidden("roomId", "r.id")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo").sorted("inventoryNo", "d.id").always().link("device.xhtml?id={id}")
            .column("serial", "device.serial", TEXT, "d.serial").sorted()
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)").sorted("model", "m.name")
            .column("kind", "device.kind", NAME, "m.kind").sorted().asked()
            .column("school", "device.school", TEXT, "s.name").sorted()
            .column("building", "device.building", TEXT, "b.name").asked()
            .column("room", "device.room", TEXT, "r.name").sorted("room", "r.nameKey").none("devices.no_room")
            .column("state", "device.state", STATE, "d.state").sorted()
            .column("lent", "device.lent_column", FLAG, "d.lent").asked()
            .column("loss", "device.loss", NAME, "d.loss").sorted().asked()
            .column("origin", "device.origin", NAME, "d.origin").sorted().asked()
            .column("ownText", "device.own_text", TEXT, "d.ownText").asked()
            .column("orderNo", "device.order", TEXT, "d.orderNo").asked()
            .column("fundingLabel", "device.funding", TEXT, "d.fundingLabel").asked()
            .column("priceCents", "device.price", MONEY, "d.priceCents").sorted("price").asked()
            .column("deliveredOn", "device.delivered", DAY, "d.deliveredOn").sorted("delivered").asked()
            .column("inServiceOn", "device.in_service", DAY, "d.inServiceOn").sorted().asked()
            .column("bindingEndOn", "device.binding_end", DAY, "d.bindingEndOn").sorted("binding")
            .words("text", Words.in().numbers("d.id", "DeviceIdentifier", "deviceId", "valueKey").among("d.modelId", "DeviceModel", "m", "maker", "name")
                    .among("d.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "d.schoolId").equal("state", DeviceState.class, "d.state")
            .equal("room", Long.class, "d.roomId").equal("model", Long.class, "d.modelId").equal("id", Long.class, "d.id").among("kind", ModelKind.class, "m.kind", "d.modelId", "DeviceModel", "kind")
            .equal("lent", Boolean.class, "d.lent").equal("loss", Devices.DeviceLoss.class, "d.loss").equal("origin", Devices.DeviceOrigin.class, "d.origin").equal("orderNo", String.class, "d.orderNo").equal("budget", Long.class, "d.budgetId").equal("orderLine", Long.class, "d.orderLineId")
            .own("own", String.class, DeviceList::own)
            .between("delivered", LocalDate.class, "d.deliveredOn")
            .between("binding", LocalDate.class, "d.bindingEndOn")
            .build();
    @Inject
    Guard guard;

    /** Devices of which an own field begins with these words, whatever their case. */
    private static Condition own(String typed) {
        String key = Fold.key(typed);
        return Condition.of("d.id in (select v.deviceId from OwnValue v where v.endedAt is null and v.valueKey like :own escape '!')", "own",
                Like.beginning(key == null ? "" : key));
    }

    @Override
    protected Listing<DeviceQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).of("s");
    }
}
