package de.schulpakt.inventory.field.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands beside the list of values, and what own fields say of a device. */
@Named
@RequestScoped
public class ValuesPage {
    @Inject
    FieldQueries queries;
    @Inject
    Guard guard;
    private List<FieldQueries.Filled> filled;
    private List<FieldQueries.Field> fields;

    /** What own fields say of a device, empty ones too. */
    public List<FieldQueries.Filled> of(DeviceQueries.View device) {
        if (filled == null) {
            filled = queries.of(device.id());
        }
        return filled;
    }

    /** True if the asker may fill own fields somewhere. */
    public boolean isFilling() {
        return guard.may(Permission.DEVICE_PLACE);
    }

    /** True if the asker may fill those of a device. */
    public boolean mayFill(DeviceQueries.View device) {
        return guard.may(Permission.DEVICE_PLACE, device.schoolId()) && of(device).stream().anyMatch(f -> f.endedOn() == null);
    }

    /** The fields, those too that are asked for no longer: their values stay. */
    public List<FieldQueries.Field> getFields() {
        if (fields == null) {
            fields = queries.all();
        }
        return fields;
    }

    public ModelKind[] getKinds() {
        return ModelKind.values();
    }
}
