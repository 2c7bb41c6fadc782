package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.settlement.Bought;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The devices that budgets have paid, be it in part: behind an application, a budget, a drawdown or one line of it, an invoice; where each is today. */
@Queries
public class GrantDeviceList extends ListOf<GrantDeviceList.Row> {
    private static final Condition NONE = Condition.of("1 = 0");
    private final Listing<Row> listing = Listing.of(Row.class, "grant-devices", "/funding/grant-devices")
            .from("Device d").join("s", "join School s on s.id = d.schoolId").join("m", "join DeviceModel m on m.id = d.modelId")
            .join("r", "left join Room r on r.id = d.roomId").join("b", "left join Building b on b.id = r.buildingId")
            .column("serial", "drawdown.serial", TEXT, "d.serial").sorted().always().none("proof.no_serial").link("/inventory/device.xhtml?id={id}")
            .column("inventoryNo", "proof.inventory_no", TEXT, "d.inventoryNo").sorted("inventoryNo", "d.id")
            .column("model", "proof.model", TEXT, "concat(m.maker, ' ', m.name)").sorted("model", "m.name")
            .column("school", "funding.school", TEXT, "s.name")
            .column("building", "grant_devices.building", TEXT, "b.name").asked()
            .column("room", "proof.place", TEXT, "r.name").sorted("room", "r.nameKey").none("proof.no_room")
            .column("state", "funding.state", STATE, "d.state").sorted()
            .column("fundingLabel", "grant_devices.paid", TEXT, "d.fundingLabel")
            .later("accepted", "drawdown.accepted", TEXT)
            .column("bindingEndOn", "drawdown.bound", DAY, "d.bindingEndOn").sorted("binding")
            .column("deliveredOn", "grant_devices.delivered", DAY, "d.deliveredOn").sorted("delivered").asked()
            .column("orderNo", "grant_devices.order", TEXT, "d.orderNo").asked()
            .column("priceCents", "grant_devices.price", MONEY, "d.priceCents").sorted("price").asked()
            .words("q", Words.in().numbers("d.id", "DeviceIdentifier", "deviceId", "valueKey").among("d.modelId", "DeviceModel", "m", "maker", "name")
                    .among("d.schoolId", "School", "s", "name"))
            .own("application", Long.class, id -> Condition.of("d.id in (select z.deviceId from DevicePayer z join Budget q on q.id = z.budgetId"
                    + " where q.applicationId = :application)", "application", id))
            .own("budget", Long.class, id -> Condition.of("d.id in (select z.deviceId from DevicePayer z where z.budgetId = :budget)", "budget", id))
            .own("drawdown", Long.class, id -> behind("drawdownId", id, "drawnFor"))
            .own("line", Long.class, id -> behind("id", id, "lineFor"))
            .own("invoice", Long.class, id -> Condition.of("d.id in (select y.deviceId from InvoicedDevice y join InvoicePart x on x.id = y.invoicePartId"
                    + " where x.invoiceId = :invoice)", "invoice", id))
            .equal("school", Long.class, "d.schoolId")
            .build();
    @Inject
    Guard guard;
    @Inject
    Bought bought;

    /**
     * A device that a budget has paid.
     *
     * @param accepted   null as long as nobody took it into service
     * @param priceCents gross, whoever paid it
     */
    public record Row(Long id, String serial, String inventoryNo, String model, String school, String building, String room, Enum<?> state,
            String fundingLabel, Accepted accepted, LocalDate bindingEndOn, LocalDate deliveredOn, String orderNo, Long priceCents) {
        Row with(Bought.Device device) {
            return device == null || device.acceptedBy() == null ? this : new Row(id, serial, inventoryNo, model, school, building, room, state, fundingLabel,
                    new Accepted(device.acceptedBy(), device.acceptedAt()), bindingEndOn, deliveredOn, orderNo, priceCents);
        }
    }

    /** Who took a device into service first, and when. */
    public record Accepted(String by, Instant at) implements Worded {
        @Override
        public String told(Locale locale) {
            return by + ", " + Texts.instant(locale, at);
        }
    }

    /** What was bought with the expenditures that were drawn for: the same answer as on the page of the drawdown. */
    private Condition behind(String field, Long id, String name) {
        List<Long> devices = bought.behind(field, id);
        return devices.isEmpty() ? NONE : Condition.of("d.id in :" + name, name, devices);
    }

    @Override
    protected Listing<Row> declared() {
        return listing;
    }

    /** Paid by a budget, at a school whose applications the asker may see. */
    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.awards(APPLICATION_VIEW).or(guard.scope(APPLICATION_VIEW).of("s"),
                "d.id in (select z.deviceId from DevicePayer z join Budget q on q.id = z.budgetId where q.applicationId in :scopeAwards)", "s.authorityId"), Condition.of("d.budgetId is not null")));
    }

    @Override
    protected List<Row> completed(List<Row> rows) {
        Map<Long, Bought.Device> devices = bought.devices(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> row.with(devices.get(row.id()))).toList();
    }
}
