package de.schulpakt.inventory.device.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.web.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of a device sends. */
@DbTest
class DevicePageDbTest {
    private Db db;
    private Long school;
    private Long room;
    private Long id;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        id = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null, "P-1", null);
    }

    @Test
    void the_spot_of_the_old_room_does_not_go_along_into_the_new_one() throws IOException {
        place(room, " Schrank 2 ");
        assertThat(view().spot()).isEqualTo("Schrank 2");
        place(room, " ");
        assertThat(view().spot()).as("in the same room it stays").isEqualTo("Schrank 2");
        place(SchoolGiven.room(db, school, "205"), "");
        assertThat(view()).extracting(DeviceQueries.View::room, DeviceQueries.View::spot).containsExactly("205", null);
        String page = Files.readString(Path.of("src/main/webapp/inventory/device.xhtml"), StandardCharsets.UTF_8);
        assertThat(page).as("its field is empty").contains("value=\"#{devicePage.placeSpot}\"").containsOnlyOnce("value=\"#{devicePage.spot}\"");
        db.checks();
    }

    private void place(Long target, String spot) {
        SchoolGiven.as(db, "schule", () -> {
            DevicePage page = new DevicePage();
            page.devices = db.get(Devices.class);
            page.queries = db.get(DeviceQueries.class);
            page.guard = db.get(Guard.class);
            page.act = new Direct();
            page.setId(id);
            page.load();
            assertThat(page.getPlaceSpot()).isNull();
            page.setRoomId(target);
            page.setPlaceSpot(spot);
            return page.place();
        });
    }

    private DeviceQueries.View view() {
        return SchoolGiven.as(db, "schule", () -> db.get(DeviceQueries.class).view(id));
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
