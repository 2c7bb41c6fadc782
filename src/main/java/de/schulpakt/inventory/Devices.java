package de.schulpakt.inventory;

import static de.schulpakt.inventory.DeviceAction.COMMISSION;
import static de.schulpakt.inventory.DeviceAction.REGISTER;

import de.schulpakt.platform.Change;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Numbers;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import java.util.List;

/** Use cases of devices. */
@UseCases
public class Devices {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Event<DeviceRegistered> registered;

    /**
     * Takes a delivered device into the inventory, gives it its number and tells {@link DeviceRegistered}. Inner door of the
     * delivery: runs only inside its transaction. Takes a number, so call it before budgets are locked.
     *
     * @return the new id
     * @throws Refused {@code device.serial_taken} if a device has this serial number already; of two at once, the second is
     *                 stopped by {@code device_serial_once}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the delivery has asked for DELIVERY_RECEIVE at this school.")
    public Long register(@Valid RegisterDevice cmd) {
        DeviceModel model = Find.one(em, DeviceModel.class, cmd.modelId());
        serialIsFree(cmd.serial().strip());
        Device device = new Device(numbers.next("G"), cmd);
        em.persist(device);
        em.flush();
        history.record(device.ref(), REGISTER, cmd.orderNo());
        registered.fire(new DeviceRegistered(device.id(), cmd.schoolId(), cmd.targetRoomId(), model.needsNetwork(),
                model.label() + " · " + cmd.serial().strip(), cmd.deliveredOn()));
        return device.id();
    }

    /**
     * Puts a device into service because its installation was accepted. Inner door of the acceptance: runs only inside its
     * transaction.
     *
     * @throws Refused {@code device.not_placed} if it stands in no room; {@code state.not_allowed} if it is lost, in repair
     *                 or retired
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the acceptance has asked for TICKET_ACCEPT at this school.")
    public void putIntoService(long deviceId) {
        Device device = Find.locked(em, Device.class, deviceId);
        Change<DeviceState> change = device.apply(COMMISSION);
        device.inService(clock.today());
        history.record(device.ref(), COMMISSION, change, null);
    }

    private void serialIsFree(String serial) {
        List<String> taken = em.createQuery("select d.inventoryNo from Device d where d.serial = :serial", String.class)
                .setParameter("serial", serial).getResultList();
        if (!taken.isEmpty()) {
            throw new Refused("device.serial_taken", serial, taken.get(0));
        }
    }
}
