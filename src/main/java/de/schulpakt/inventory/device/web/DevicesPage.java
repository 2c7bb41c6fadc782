package de.schulpakt.inventory.device.web;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.DeviceModelList;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of devices. */
@Named
@RequestScoped
public class DevicesPage {
    @Inject
    Here here;
    @Inject
    Guard guard;

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("school", "room", "budget", "orderLine", "orderNo", "endAsked").filter(p -> !here.param(p).isEmpty()).toList();
    }

    /** True if the asker may do anything with devices. */
    public boolean isMany() {
        return Stream.of(DEVICE_PLACE, DEVICE_SERVE, DEVICE_RETIRE).anyMatch(guard::may);
    }

    public DeviceState[] getStates() {
        return DeviceState.values();
    }

    public List<ModelKind> getKinds() {
        return ModelKind.devices();
    }

    /** Whether models are to be bought, to choose from. */
    public DeviceModelList.Offered[] getOffered() {
        return DeviceModelList.Offered.values();
    }
}
