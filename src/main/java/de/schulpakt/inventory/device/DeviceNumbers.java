package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.inventory.device.DeviceAction.ADD_NUMBER;
import static de.schulpakt.inventory.device.DeviceAction.CORRECT_SERIAL;
import static de.schulpakt.inventory.device.DeviceAction.END_NUMBER;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The numbers of a device: more are added, wrong ones end. */
@UseCases
public class DeviceNumbers {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Identifiers identifiers;
    @Inject
    Event<TagTyped> typed;

    /**
     * Gives the device one more number.
     *
     * @throws Refused {@code identifier.wrong} if it cannot be of its kind; {@code identifier.taken} if a device has it; what observes
     *                 {@link TagTyped} may refuse a tag
     */
    public void add(long id, @Valid Add cmd) {
        Device device = allowed(id);
        if (cmd.kind() == IdentifierKind.TAG) {
            typed.fire(new TagTyped(cmd.value()));
        }
        give(id, device, cmd);
    }

    /** A tag that was printed first is on this device from now on. Inner door of the tags; refuses as {@link #add}. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the tag has asked for DEVICE_PLACE at the school of the device.")
    public void bound(long id, String tag) {
        give(id, Find.locked(em, Device.class, id), new Add(IdentifierKind.TAG, tag));
    }

    private void give(long id, Device device, Add cmd) {
        identifiers.give(List.of(new Identifiers.Given(id, cmd.kind(), cmd.value())));
        if (cmd.kind() == IdentifierKind.SERIAL && !device.hasSerial()) {
            device.knownAs(identifiers.open(id, IdentifierKind.SERIAL).get(0));
        }
        history.record(device.ref(), ADD_NUMBER, Said.that("said.number", cmd.kind(), cmd.value()));
    }

    /**
     * A number ends, because it is wrong or its label was replaced. It goes on to find the device. Of several serial numbers the eldest
     * is the one that lists show.
     *
     * @throws Refused {@code identifier.own} for the number that this house has given; {@code identifier.last} for the only serial number:
     *                 the right one is added first; {@code identifier.ended} if it has ended already
     */
    public void end(long id, long numberId, @Valid End cmd) {
        Device device = allowed(id);
        Identifiers.Held ended = identifiers.end(id, numberId, cmd.reason().strip());
        if (ended.kind() == IdentifierKind.INVENTORY_NO && ended.value().equals(device.ref().no())) {
            throw new Refused("identifier.own", ended.value());
        }
        if (ended.kind() == IdentifierKind.SERIAL) {
            device.knownAs(identifiers.open(id, IdentifierKind.SERIAL).stream().findFirst()
                    .orElseThrow(() -> new Refused("identifier.last", ended.value())));
        }
        history.record(device.ref(), END_NUMBER, Said.that("said.number", ended.kind(), ended.value()).andWords(cmd.reason()));
    }

    /**
     * The serial number that was booked was misread: the right one takes its place, and the wrong one goes on to find the device.
     *
     * @throws Refused {@code identifier.same} if it is the one that is booked, {@code identifier.taken} if a device has it,
     *                 {@code identifier.wrong}, {@code identifier.ended} for a device that is given up
     */
    public void correct(long id, @Valid Correct cmd) {
        Device device = allowed(id);
        String before = device.serial();
        String right = cmd.serial().strip();
        if (device.state() == DeviceState.RETIRED) {
            throw new Refused("identifier.ended", before == null ? device.ref().no() : before);
        }
        if (right.equals(before)) {
            throw new Refused("identifier.same", before);
        }
        identifiers.endAll(List.of(id), IdentifierKind.SERIAL, cmd.reason().strip());
        identifiers.give(List.of(new Identifiers.Given(id, IdentifierKind.SERIAL, right)));
        device.knownAs(right);
        history.record(device.ref(), CORRECT_SERIAL, Said.that("said.serial_corrected", before == null ? "–" : before, right).andWords(cmd.reason()));
    }

    private Device allowed(long id) {
        Device device = Find.locked(em, Device.class, id);
        guard.require(DEVICE_PLACE, device.schoolId());
        return device;
    }

    /** News, told inside the transaction in which somebody gives a device a tag by hand, before it is there. */
    public record TagTyped(String value) {
    }

    /** One more number of a device. */
    public record Add(@NotNull IdentifierKind kind, @NotBlank @Size(max = 80) String value) {
    }

    /** The right serial number in the place of a misread one, with the reason. */
    public record Correct(@NotBlank @Size(max = 80) String serial, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A number ends.
     *
     * @param reason why
     */
    public record End(@NotBlank @Size(max = 2000) String reason) {
    }
}
