package de.schulpakt.inventory.device.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A device that was not bought here is taken into the inventory by hand. */
@Named
@ViewScoped
public class DeviceNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Devices devices;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long schoolId;
    private Long modelId;
    private Long roomId;
    private String serial;
    private String otherNo;
    private String price;
    private LocalDate boughtOn;
    private boolean inService = true;
    private String reason;

    /** Whose only school it is, need not choose it. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.DEVICE_ADD)) {
                throw new Forbidden(Permission.DEVICE_ADD);
            }
            List<SchoolQueries.Option> own = schools.options(Permission.DEVICE_ADD, null, new PageRequest(1, 2, null)).rows();
            if (schoolId == null && own.size() == 1) {
                schoolId = own.get(0).id();
            }
        });
    }

    /** Another school was chosen: its rooms are others. */
    public void leaveRoom() {
        roomId = null;
    }

    /** Takes it in. */
    public String add() {
        return act.run(() -> "device?faces-redirect=true&id=" + devices.add(new Devices.Add(modelId, schoolId, serial, otherNo, roomId, inService,
                price == null || price.isBlank() ? null : Amounts.cents(price), boughtOn, reason)), "device.done.add");
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public Long getModelId() {
        return modelId;
    }

    public void setModelId(Long modelId) {
        this.modelId = modelId;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getSerial() {
        return serial;
    }

    public void setSerial(String serial) {
        this.serial = serial;
    }

    public String getOtherNo() {
        return otherNo;
    }

    public void setOtherNo(String otherNo) {
        this.otherNo = otherNo;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public LocalDate getBoughtOn() {
        return boughtOn;
    }

    public void setBoughtOn(LocalDate boughtOn) {
        this.boughtOn = boughtOn;
    }

    public boolean isInService() {
        return inService;
    }

    public void setInService(boolean inService) {
        this.inService = inService;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
