package de.schulpakt.demo;

import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.pool.OfferList;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.inventory.value.Values;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happens to devices of the demo after they were bought. */
@ApplicationScoped
class DemoThings {
    @Inject
    DeviceList devices;
    @Inject
    Offers offers;
    @Inject
    OfferList offerList;
    @Inject
    Loans loans;
    @Inject
    Stocktakes stocktakes;
    @Inject
    OwnFields fields;
    @Inject
    OwnValues values;
    @Inject
    Values worth;

    /** A school offers some devices that are not in use. */
    void offer(Long school, ModelKind kind, int most, String reason) {
        offers.offer(new Offers.Open(of(school, kind, DeviceState.IN_STOCK).stream().map(DeviceQueries.Row::id).limit(most).toList(), reason));
    }

    /** A school asks for what is offered last. */
    void ask(Long school, String words) {
        offers.ask(offerList.page(ListView.all()).rows().get(0).id(), new Offers.Wish(school, words));
    }

    /** A teacher borrows a device. */
    void lend(Long school, ModelKind kind, LocalDate due) {
        loans.handOut(new Loans.HandOut(List.of(of(school, kind, DeviceState.IN_SERVICE).get(0).id()), Loans.BorrowerKind.TEACHER, "Petra Beispiel", null,
                null, false, null, true, Loans.LoanCondition.SOUND, "Netzteil", due));
    }

    /** A room is counted; the last devices are still to be found. */
    void count(Long school, Long room, int found) {
        Long stocktake = stocktakes.open(new Stocktakes.Open(school, "Inventur Klassensatz", room, null, null));
        devices.page(ListView.all().with("room", room).with("size", 200)).rows().stream().limit(found)
                .forEach(device -> stocktakes.scan(stocktake, new Stocktakes.Scan(device.inventoryNo(), room, false)));
    }

    /** An administrator adds a field to the devices of a kind; answers its id. */
    Long field(ModelKind kind, String label, FieldType type, String help) {
        return fields.create(new OwnFields.Create(kind, label, type, null, help));
    }

    /** What a field says of all devices of a kind that a school uses. */
    void fill(Long school, ModelKind kind, Long field, String value) {
        values.fillMany(new OwnValues.Many(of(school, kind, DeviceState.IN_SERVICE).stream().map(DeviceQueries.Row::id).toList(), field, value));
    }

    /** What the devices of an authority are worth in a year. */
    void worth(Long authority, int year) {
        worth.make(new Values.Make(authority, year));
    }

    private List<DeviceQueries.Row> of(Long school, ModelKind kind, DeviceState state) {
        return devices.page(ListView.all().with("school", school).with("kind", kind).with("state", state).with("size", 200)).rows();
    }
}
