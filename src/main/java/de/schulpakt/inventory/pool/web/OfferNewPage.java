package de.schulpakt.inventory.pool.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Devices are offered to other schools, or sent to one by the authority. */
@Named
@ViewScoped
public class OfferNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Offers offers;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private String numbers;
    private Long schoolId;
    private String reason;

    /** The device that the address names by its number. */
    public void load() {
        act.show(() -> {
            if (!isOffering() && !isSending()) {
                throw new Forbidden(Permission.DEVICE_SERVE);
            }
            numbers = numbers == null ? here.param("number") : numbers;
        });
    }

    /** Offers them. */
    public String offer() {
        return act.run(() -> "offer?faces-redirect=true&id=" + offers.offer(new Offers.Open(devices.named(numbers), reason)), "offer.done.offer");
    }

    /** Sends them. */
    public String send() {
        return act.run(() -> "offer?faces-redirect=true&id=" + offers.send(new Offers.Send(devices.named(numbers), schoolId, reason)), "offer.done.send");
    }

    /** True if the asker may offer devices of a school. */
    public boolean isOffering() {
        return guard.may(Permission.DEVICE_SERVE);
    }

    /** True if the asker may send devices, as the authority. */
    public boolean isSending() {
        return guard.may(Permission.DEVICE_RETIRE);
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
