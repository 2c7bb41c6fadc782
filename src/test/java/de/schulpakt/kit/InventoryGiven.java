package de.schulpakt.kit;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.BindingMode;
import de.schulpakt.inventory.device.BindingStart;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Device models and devices for tests, made through the use cases. */
public final class InventoryGiven {
    /** Login of the funding officer of all schools that models are made by. */
    public static final String OFFICER = "given.officer";
    private static final AtomicLong NUMBER = new AtomicLong();

    private InventoryGiven() {
    }

    /** A model of an access point, which a technician must install. */
    public static Long accessPoint(Db db) {
        return model(db, "AP " + NUMBER.incrementAndGet(), ModelKind.ACCESS_POINT, true);
    }

    /** A model of a tablet, which the school puts into service by itself. */
    public static Long tablet(Db db) {
        return model(db, "Tablet " + NUMBER.incrementAndGet(), ModelKind.TABLET, false);
    }

    /** A model. */
    public static Long model(Db db, String name, ModelKind kind, boolean needsNetwork) {
        officer(db);
        return SchoolGiven.as(db, OFFICER, () -> db.get(DeviceModels.class)
                .create(new DeviceModels.Create("Beispiel", name, null, kind, needsNetwork)));
    }

    /** Makes the funding officer of all schools if there is none yet. */
    public static String officer(Db db) {
        if (db.number("SELECT count(*) FROM app_user WHERE login = ?", OFFICER) == 0) {
            SchoolGiven.user(db, OFFICER, Role.FUNDING_OFFICER, null, null);
        }
        return OFFICER;
    }

    /** A delivered device with a serial number of its own, bound for five years from its commissioning. */
    public static Long device(Db db, Long modelId, Long schoolId, Long targetRoomId) {
        return device(db, modelId, schoolId, targetRoomId, "SN" + NUMBER.incrementAndGet(),
                new Binding(BindingStart.COMMISSIONING, 5, BindingMode.EXACT_DATE));
    }

    /** A delivered device. */
    public static Long device(Db db, Long modelId, Long schoolId, Long targetRoomId, String serial, Binding binding) {
        return db.tx(() -> db.get(Devices.class).register(List.of(new Devices.Register(modelId, serial, schoolId, targetRoomId,
                null, "O-2026-0001", null, "DigitalPakt 2.0 · A-2026-0001 · Position 3 (WLAN)", 45_000L,
                LocalDate.of(2026, 3, 2), binding))).get(0));
    }

    /** Puts a device into a room, acting as a user. */
    public static void place(Db db, String login, Long deviceId, Long roomId) {
        SchoolGiven.as(db, login, () -> {
            db.get(Devices.class).place(deviceId, new Devices.Place(version(db, deviceId), roomId));
            return null;
        });
    }

    /** The version that somebody sees who opens the device's page now. */
    public static Integer version(Db db, Long deviceId) {
        officer(db);
        return SchoolGiven.as(db, OFFICER, () -> db.get(DeviceQueries.class).view(deviceId).version());
    }
}
