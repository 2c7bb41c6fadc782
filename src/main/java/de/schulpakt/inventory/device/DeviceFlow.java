package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.inventory.device.DeviceAction.ASK_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.CHANGE_SCHOOL;
import static de.schulpakt.inventory.device.DeviceAction.COMMISSION;
import static de.schulpakt.inventory.device.DeviceAction.CONFIRM_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.FIND;
import static de.schulpakt.inventory.device.DeviceAction.KEEP;
import static de.schulpakt.inventory.device.DeviceAction.LEND;
import static de.schulpakt.inventory.device.DeviceAction.PLACE;
import static de.schulpakt.inventory.device.DeviceAction.RELEASE_AWARD;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REPORT_LOST;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_STOCK;
import static de.schulpakt.inventory.device.DeviceAction.REVIVE;
import static de.schulpakt.inventory.device.DeviceAction.SEND_BACK;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;
import static de.schulpakt.inventory.device.DeviceAction.SWAP_IN;
import static de.schulpakt.inventory.device.DeviceAction.SWAP_OUT;
import static de.schulpakt.inventory.device.DeviceAction.TAKE_BACK;
import static de.schulpakt.inventory.device.DeviceAction.TAKE_OUT;
import static de.schulpakt.inventory.device.DeviceState.IN_REPAIR;
import static de.schulpakt.inventory.device.DeviceState.IN_SERVICE;
import static de.schulpakt.inventory.device.DeviceState.IN_STOCK;
import static de.schulpakt.inventory.device.DeviceState.LOST;
import static de.schulpakt.inventory.device.DeviceState.RETIRED;

import de.schulpakt.platform.step.Transitions;

/** The life of a device. */
public final class DeviceFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    public static final Transitions<DeviceState, DeviceAction> FLOW = Transitions.<DeviceState, DeviceAction>table()
            .row(IN_STOCK, PLACE, DEVICE_PLACE, IN_STOCK)
            .row(IN_STOCK, SERVE, DEVICE_SERVE, IN_SERVICE)
            .follows(IN_STOCK, COMMISSION, TICKET_ACCEPT, IN_SERVICE)
            .follows(IN_STOCK, LEND, LOAN_EDIT, IN_STOCK)
            .follows(IN_STOCK, TAKE_BACK, LOAN_EDIT, IN_STOCK)
            .follows(IN_STOCK, CHANGE_SCHOOL, DEVICE_SERVE, IN_STOCK)
            .row(IN_STOCK, REPAIR, DEVICE_SERVE, IN_REPAIR)
            .row(IN_STOCK, REPORT_LOST, DEVICE_SERVE, LOST)
            .row(IN_STOCK, RETIRE, DEVICE_RETIRE, RETIRED)
            .row(IN_STOCK, ASK_RETIRE, DEVICE_RETIRE, IN_STOCK)
            .row(IN_STOCK, KEEP, DEVICE_RETIRE, IN_STOCK)
            .row(IN_STOCK, CONFIRM_RETIRE, DEVICE_RETIRE, RETIRED)
            .row(IN_SERVICE, PLACE, DEVICE_PLACE, IN_SERVICE)
            .follows(IN_SERVICE, LEND, LOAN_EDIT, IN_SERVICE)
            .follows(IN_SERVICE, TAKE_BACK, LOAN_EDIT, IN_SERVICE)
            .follows(IN_SERVICE, CHANGE_SCHOOL, DEVICE_SERVE, IN_STOCK)
            .row(IN_SERVICE, REPAIR, DEVICE_SERVE, IN_REPAIR)
            .row(IN_SERVICE, REPORT_LOST, DEVICE_SERVE, LOST)
            .row(IN_SERVICE, RETIRE, DEVICE_RETIRE, RETIRED)
            .row(IN_SERVICE, ASK_RETIRE, DEVICE_RETIRE, IN_SERVICE)
            .row(IN_SERVICE, KEEP, DEVICE_RETIRE, IN_SERVICE)
            .row(IN_SERVICE, CONFIRM_RETIRE, DEVICE_RETIRE, RETIRED)
            .row(IN_REPAIR, PLACE, DEVICE_PLACE, IN_REPAIR)
            .row(IN_REPAIR, RETURN_TO_SERVICE, DEVICE_SERVE, IN_SERVICE)
            .row(IN_REPAIR, RETURN_TO_STOCK, DEVICE_SERVE, IN_STOCK)
            .follows(IN_REPAIR, TAKE_BACK, LOAN_EDIT, IN_REPAIR)
            .row(IN_REPAIR, REPORT_LOST, DEVICE_SERVE, LOST)
            .row(IN_REPAIR, RETIRE, DEVICE_RETIRE, RETIRED)
            .row(IN_REPAIR, ASK_RETIRE, DEVICE_RETIRE, IN_REPAIR)
            .row(IN_REPAIR, KEEP, DEVICE_RETIRE, IN_REPAIR)
            .row(IN_REPAIR, CONFIRM_RETIRE, DEVICE_RETIRE, RETIRED)
            .follows(LOST, TAKE_BACK, LOAN_EDIT, LOST)
            .row(RETIRED, REVIVE, DEVICE_RETIRE, IN_STOCK)
            .row(LOST, REPORT_LOST, DEVICE_SERVE, LOST)
            .row(LOST, FIND, DEVICE_SERVE, IN_STOCK)
            .row(LOST, RETIRE, DEVICE_RETIRE, RETIRED)
            .row(LOST, ASK_RETIRE, DEVICE_RETIRE, LOST)
            .row(LOST, KEEP, DEVICE_RETIRE, LOST)
            .row(LOST, CONFIRM_RETIRE, DEVICE_RETIRE, RETIRED)
            .follows(IN_STOCK, SEND_BACK, DELIVERY_RECEIVE, RETIRED)
            .follows(IN_SERVICE, SEND_BACK, DELIVERY_RECEIVE, RETIRED)
            .follows(IN_REPAIR, SEND_BACK, DELIVERY_RECEIVE, RETIRED)
            .follows(IN_STOCK, TAKE_OUT, DEVICE_ADD, RETIRED)
            .follows(IN_SERVICE, TAKE_OUT, DEVICE_ADD, RETIRED)
            .follows(IN_STOCK, SWAP_OUT, DEVICE_PLACE, IN_STOCK)
            .follows(IN_SERVICE, SWAP_OUT, DEVICE_PLACE, IN_STOCK)
            .follows(IN_REPAIR, SWAP_OUT, DEVICE_PLACE, IN_REPAIR)
            .follows(IN_STOCK, SWAP_IN, DEVICE_PLACE, IN_STOCK)
            .follows(IN_SERVICE, SWAP_IN, DEVICE_PLACE, IN_SERVICE)
            .follows(IN_REPAIR, SWAP_IN, DEVICE_PLACE, IN_STOCK)
            .apart(CONFIRM_RETIRE, ASK_RETIRE)
            .apart(RETIRE, RELEASE_AWARD)
            .build();

    private DeviceFlow() {
    }
}
