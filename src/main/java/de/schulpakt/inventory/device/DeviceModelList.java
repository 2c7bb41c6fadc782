package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** All device models, by maker and name. */
@Queries
public class DeviceModelList extends ListOf<DeviceModelList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "device-models",
            "/inventory/device-models")
            .from("DeviceModel m")
            .hidden("name", "concat(m.maker, ' ', m.name)")
            .column("maker", "device_models.maker", TEXT, "m.maker").sorted()
            .column("model", "device.model", TEXT, "m.name").sorted().always().link("device-model.xhtml?id={id}")
            .column("partNo", "device_models.part_no", TEXT, "m.partNo")
            .column("kind", "device.kind", NAME, "m.kind").sorted()
            .column("needsNetwork", "device_models.needs_network", FLAG, "m.needsNetwork")
            .column("endedOn", "device_models.ended_on", DAY, "m.endedOn").asked()
            .words("text", Words.in().parts("m.maker", "m.name", "m.partNo"))
            .equal("kind", ModelKind.class, "m.kind").equal("needsNetwork", Boolean.class, "m.needsNetwork").own("offered", Offered.class, DeviceModelList::offered)
            .own("becomesDevice", Boolean.class, DeviceModelList::becomesDevice)
            .usually("m.maker", "m.name")
            .build();
    @Inject
    Guard guard;

    /** Whether models are to be bought. */
    public enum Offered {
        /** They are. */
        YES,
        /** They are not any more. */
        NO
    }

    private static Condition offered(Offered which) {
        return Condition.of(which == Offered.YES ? "m.endedOn is null" : "m.endedOn is not null");
    }

    private static Condition becomesDevice(Boolean wanted) {
        return Condition.of(wanted ? "m.kind <> :service" : "m.kind = :service", "service", ModelKind.SERVICE);
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        guard.require(CATALOGUE_VIEW);
        return Condition.ALL;
    }

    /** A model; name is maker and model. */
    public record Row(Long id, String name, String maker, String model, String partNo, ModelKind kind, Boolean needsNetwork, LocalDate endedOn) {
    }
}
