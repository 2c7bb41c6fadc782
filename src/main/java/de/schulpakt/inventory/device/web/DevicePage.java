package de.schulpakt.inventory.device.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One device: what it is, where it comes from, where it stood, and what may be done with it now. */
@Named
@ViewScoped
public class DevicePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Devices devices;
    @Inject
    transient DeviceQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long id;
    private DeviceQueries.View view;
    private Long roomId;
    private String reason;
    private String note;

    /** Reads the device. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            if (view.actions().contains(DeviceAction.PLACE)) {
                roomId = roomId != null ? roomId : view.roomId() != null ? view.roomId() : view.targetRoomId();
            }
        });
    }

    /** Puts it into the chosen room. */
    public String place() {
        return run(() -> devices.place(id, new Devices.Place(view.version(), roomId)), "device.done.place");
    }

    /** Puts it into service. */
    public String serve() {
        return run(() -> devices.serve(id, new Devices.Serve(view.version(), note)), "device.done.serve");
    }

    /** Gives it to repair. */
    public String repair() {
        return run(() -> devices.repair(id, new Devices.Repair(view.version(), reason)), "device.done.repair");
    }

    /** Back from repair, in service. */
    public String returnToService() {
        return run(() -> devices.returnToService(id, new Devices.Return(view.version(), note)), "device.done.return");
    }

    /** Back from repair, not in service. */
    public String returnToStock() {
        return run(() -> devices.returnToStock(id, new Devices.Return(view.version(), note)), "device.done.return");
    }

    /** Reports it lost. */
    public String reportLost() {
        return run(() -> devices.reportLost(id, new Devices.ReportLost(view.version(), reason)), "device.done.lost");
    }

    /** It is there again. */
    public String found() {
        return run(() -> devices.found(id, new Devices.Return(view.version(), note)), "device.done.found");
    }

    /** Retires it. */
    public String retire() {
        return run(() -> devices.retire(id, new Devices.Retire(view.version(), reason)), "device.done.retire");
    }

    /** After a refusal the page shows the device as it now is; what was typed stays. */
    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "device?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** True if the asker may follow the funding label to the budget. */
    public boolean isBudgetVisible() {
        return view.budgetId() != null && guard.may(Permission.BUDGET_VIEW, view.schoolId());
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public DeviceQueries.View getView() {
        return view;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
