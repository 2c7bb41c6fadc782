package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The devices of the schools that the asker may see, the newest first. */
@Queries
public class DeviceList extends ListOf<DeviceQueries.Row> {
    private final Listing<DeviceQueries.Row> listing = Listing.of(DeviceQueries.Row.class, "devices", "/inventory/devices")
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
            .column("spot", "device.spot", TEXT, "d.spot").asked()
            .column("warrantyEndOn", "device.warranty", DAY, "d.warrantyEndOn").sorted("warranty").asked()
            .column("wear", "device.wear", NAME, "d.wear").sorted().asked()
            .column("supplier", "device.supplier", TEXT, "d.supplier").asked()
            .column("awardHow", "device.award_how", NAME, "d.awardHow").sorted().asked()
            .column("priceCents", "device.price", MONEY, "d.priceCents").sorted("price").asked()
            .column("deliveredOn", "device.delivered", DAY, "d.deliveredOn").sorted("delivered").asked()
            .column("inServiceOn", "device.in_service", DAY, "d.inServiceOn").sorted().asked()
            .column("bindingEndOn", "device.binding_end", DAY, "d.bindingEndOn").sorted("binding")
            .words("text", Words.in().numbers("d.id", "DeviceIdentifier", "deviceId", "valueKey").among("d.modelId", "DeviceModel", "m", "maker", "name")
                    .among("d.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "d.schoolId").equal("state", DeviceState.class, "d.state")
            .equal("room", Long.class, "d.roomId").equal("model", Long.class, "d.modelId").equal("id", Long.class, "d.id").among("kind", ModelKind.class, "m.kind", "d.modelId", "DeviceModel", "kind")
            .equal("lent", Boolean.class, "d.lent").equal("loss", Devices.DeviceLoss.class, "d.loss").equal("origin", Devices.DeviceOrigin.class, "d.origin").equal("awardHow", AwardHow.class, "d.awardHow").equal("orderNo", String.class, "d.orderNo").equal("budget", Long.class, "d.budgetId").equal("orderLine", Long.class, "d.orderLineId")
            .own("own", String.class, DeviceList::own)
            .own("endAsked", Boolean.class, DeviceList::endAsked)
            .between("delivered", LocalDate.class, "d.deliveredOn")
            .equal("wear", Devices.DeviceWear.class, "d.wear")
            .between("warranty", LocalDate.class, "d.warrantyEndOn")
            .own("warrantyDays", Long.class, this::warrantyDays)
            .between("binding", LocalDate.class, "d.bindingEndOn")
            .build();
    private static final int MOST_DAYS = 36_500;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** Devices whose warranty ends within so many days, from today on. */
    private Condition warrantyDays(Long days) {
        LocalDate today = clock.today();
        return Condition.and(List.of(Condition.of("d.warrantyEndOn >= :warrantyToday", "warrantyToday", today),
                Condition.of("d.warrantyEndOn <= :warrantyLast", "warrantyLast", today.plusDays(Math.max(0, Math.min(days, MOST_DAYS))))));
    }

    /** Devices of which an own field begins with these words, whatever their case. */
    private static Condition own(String typed) {
        String key = Fold.key(typed);
        return Condition.of("d.id in (select v.deviceId from OwnValue v where v.endedAt is null and v.valueKey like :own escape '!')", "own",
                Like.beginning(key == null ? "" : key));
    }

    /** Devices whose end within a binding waits for a second person, or the others. */
    private static Condition endAsked(Boolean asked) {
        return Condition.of(asked ? "d.endAskedOn is not null" : "d.endAskedOn is null");
    }

    @Override
    protected Listing<DeviceQueries.Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).of("s");
    }
}
