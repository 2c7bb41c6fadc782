package de.schulpakt.inventory.swap.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.swap.SwapQueries;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A device is replaced by another, and how it came to be where it is. */
@Named
@ViewScoped
public class SwapPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Swaps swaps;
    @Inject
    transient SwapQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private DeviceQueries.View device;
    private transient List<SwapQueries.View> before;
    private final Form form = new Form();

    /** Reads the device that the address names. */
    public void load() {
        act.show(() -> {
            Long id = device == null ? Params.number(here.param("device")) : device.id();
            device = devices.view(id == null ? -1 : id);
            if (!isSwapping() && !isExchanging()) {
                throw new Forbidden(Permission.DEVICE_PLACE);
            }
            form.putIfAbsent("goes", Swaps.Goes.TO_REPAIR);
            form.putIfAbsent("cameOn", clock.today());
        });
    }

    /** Another device of the school steps in. */
    public String swap() {
        return run(() -> swaps.swap(new Swaps.Swap(device.version(), device.id(), devices.named(form.text("number")).get(0), form.choice(Swaps.Goes.class, "goes"),
                form.text("reason"))), "swap.done.swap");
    }

    /** The supplier has exchanged it. */
    public String exchange() {
        return run(() -> swaps.exchange(new Swaps.Exchange(device.version(), device.id(), form.text("serial"), form.day("cameOn"), form.text("why"))), "swap.done.exchange");
    }

    /** The way back. */
    public String undo() {
        return run(() -> swaps.undo(getLast().id(), new Swaps.Undo(form.text("undoReason"))), "swap.done.undo");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "device?faces-redirect=true&id=" + device.id());
        if (outcome == null) {
            before = null;
            load();
        }
        return outcome;
    }

    /** The swaps in which it went or came. */
    public List<SwapQueries.View> getBefore() {
        if (before == null) {
            before = queries.ofDevice(device.id());
        }
        return before;
    }

    /** The last swap that holds and that the asker may undo, else null. */
    public SwapQueries.View getLast() {
        return getBefore().stream().filter(w -> w.undoneAt() == null && !w.kind().elsewhere()).findFirst()
                .filter(w -> w.kind() == Swaps.SwapKind.SUPPLIER ? guard.may(Permission.DEVICE_ADD, w.schoolId()) : guard.may(Permission.DEVICE_PLACE, w.schoolId()))
                .orElse(null);
    }

    private boolean isThere() {
        return device.state() != DeviceState.RETIRED && device.state() != DeviceState.LOST;
    }

    /** True if the asker may let another device of the school step in. */
    public boolean isSwapping() {
        return guard.may(Permission.DEVICE_PLACE, device.schoolId());
    }

    /** True if the asker may take in what the supplier gives for it. */
    public boolean isExchanging() {
        return guard.may(Permission.DEVICE_ADD, device.schoolId());
    }

    /** True if it can be swapped now. */
    public boolean isOpen() {
        return isThere() && !Boolean.TRUE.equals(device.lent()) && device.endAskedOn() == null;
    }

    public Swaps.Goes[] getWays() {
        return Swaps.Goes.values();
    }

    public DeviceQueries.View getDevice() {
        return device;
    }

    public Form getForm() {
        return form;
    }
}
