package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.platform.BadParameter;
import java.util.List;

/** The use case of each action that can be taken on many devices, the same for page and REST. */
final class ManyDevicesSteps {
    private ManyDevicesSteps() {
    }

    /**
     * Takes the step.
     *
     * @param room where to, for PLACE
     * @param end  what is said of it: its reason, and of an end what becomes of the devices
     * @throws BadParameter if it cannot be taken on many
     */
    static ManyDevices.Result take(ManyDevices many, DeviceAction action, Long room, ManyDevices.Retire end) {
        List<Long> ids = end.ids();
        String reason = end.reason();
        return switch (action) {
            case PLACE -> many.place(new ManyDevices.Place(ids, room, reason));
            case SERVE -> many.serve(new ManyDevices.Note(ids, reason));
            case REPAIR -> many.repair(new ManyDevices.Reason(ids, reason));
            case RETURN_TO_SERVICE -> many.returnToService(new ManyDevices.Note(ids, reason));
            case RETURN_TO_STOCK -> many.returnToStock(new ManyDevices.Note(ids, reason));
            case REPORT_LOST -> many.reportLost(new ManyDevices.Reason(ids, reason));
            case FIND -> many.found(new ManyDevices.Note(ids, reason));
            case RETIRE -> many.retire(end);
            case ASK_RETIRE -> many.askRetire(end);
            case CONFIRM_RETIRE -> many.confirmRetire(new ManyDevices.Note(ids, reason));
            case KEEP -> many.keep(new ManyDevices.Note(ids, reason));
            default -> throw BadParameter.value("action", action.name());
        };
    }
}
