package de.schulpakt.inventory.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentQueries;
import de.schulpakt.inventory.incident.Incidents;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import org.junit.jupiter.api.Test;

/** What the page of a case offers for its device. */
@DbTest
class IncidentPageDbTest {

    @Test
    void a_theft_is_said_of_the_device_with_the_words_of_the_case(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Schaden"), "Görres-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        Long damage = record(db, device, IncidentKind.DAMAGE);
        assertThat(SchoolGiven.as(db, "schule", () -> page(db, damage).isLosable())).as("a damage loses nothing").isFalse();
        Long theft = record(db, device, IncidentKind.THEFT);
        SchoolGiven.as(db, "schule", () -> {
            IncidentPage page = page(db, theft);
            assertThat(page.isLosable()).isTrue();
            assertThat(page.getDevice().state()).isEqualTo(DeviceState.IN_STOCK);
            assertThat(page.getForm().text("lostReason")).isEqualTo("Schrank aufgebrochen");
            return page.lose();
        });
        DeviceQueries.View view = SchoolGiven.as(db, "schule", () -> db.get(DeviceQueries.class).view(device));
        assertThat(view).extracting(DeviceQueries.View::state, DeviceQueries.View::loss, DeviceQueries.View::policeNo, DeviceQueries.View::lostOn)
                .containsExactly(DeviceState.LOST, Devices.DeviceLoss.STOLEN, "KO-1", ProcurementGiven.today().minusDays(1));
        assertThat(SchoolGiven.as(db, "schule", () -> page(db, theft).isLosable())).as("it is said").isFalse();
        db.checks();
    }

    private static Long record(Db db, Long device, IncidentKind kind) {
        return SchoolGiven.as(db, "schule", () -> db.get(Incidents.class).record(new Incidents.Record(device, new Incidents.Facts(kind,
                ProcurementGiven.today().minusDays(1), "Schrank aufgebrochen", "KO-1", null, null, null, null))));
    }

    private static IncidentPage page(Db db, Long id) {
        IncidentPage page = new IncidentPage();
        page.queries = db.get(IncidentQueries.class);
        page.deviceQueries = db.get(DeviceQueries.class);
        page.devices = db.get(Devices.class);
        page.act = new Direct();
        page.here = new Here() {
            @Override
            public String param(String name) {
                return id.toString();
            }
        };
        page.load();
        return page;
    }

    /** Without a browser. */
    private static class Direct extends Act {
        @Override
        public void show(Runnable work) {
            work.run();
        }

        @Override
        public String run(Runnable work, String success, String outcome) {
            work.run();
            return outcome;
        }
    }
}
