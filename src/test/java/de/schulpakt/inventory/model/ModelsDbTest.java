package de.schulpakt.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceModelList;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.DeviceModels.ModelAction;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device model is named otherwise, ended and taken up again; its devices stay. */
@DbTest
class ModelsDbTest {
    @Test
    void a_model_is_put_right_and_ended_and_says_so(Db db) {
        String officer = InventoryGiven.officer(db);
        DeviceModels models = db.get(DeviceModels.class);
        Long id = SchoolGiven.as(db, officer, () -> models.create(new DeviceModels.Create("Lankom", "LX 6402", null, ModelKind.ACCESS_POINT, true)));
        Long other = SchoolGiven.as(db, officer, () -> models.create(new DeviceModels.Create("LANCOM", "LX-6400", null, ModelKind.ACCESS_POINT, true)));
        Long city = SchoolGiven.authority(db, "Modellstadt");
        Long school = SchoolGiven.school(db, city, "Modellschule");
        InventoryGiven.device(db, id, school, SchoolGiven.room(db, school, "1.01"));
        Integer seen = view(db, officer, id).version();
        SchoolGiven.as(db, officer, () -> {
            models.change(id, new DeviceModels.Change(seen, "LANCOM", "LX-6402", "61824", false));
            assertThatThrownBy(() -> models.change(id, new DeviceModels.Change(seen, "LANCOM", "LX-6402", null, false))).isInstanceOf(Conflict.class);
            return null;
        });
        assertThat(view(db, officer, id)).satisfies(v -> {
            assertThat(v.label()).isEqualTo("LANCOM LX-6402");
            assertThat(v.partNo()).isEqualTo("61824");
            assertThat(v.needsNetwork()).isFalse();
            assertThat(v.counts()).singleElement().satisfies(c -> assertThat(c.devices()).isEqualTo(1));
            assertThat(v.timeline()).hasSize(2);
            assertThat(v.actions()).containsExactlyInAnyOrder(ModelAction.CHANGE, ModelAction.WARRANT, ModelAction.END);
        });
        Integer now = view(db, officer, id).version();
        assertThatThrownBy(() -> SchoolGiven.as(db, officer, () -> {
            models.change(id, new DeviceModels.Change(now, "LANCOM", "LX-6400", null, false));
            return null;
        })).isInstanceOf(PersistenceException.class).hasStackTraceContaining("model_once");
        SchoolGiven.as(db, officer, () -> {
            models.end(id, new DeviceModels.Step(now, "abgekündigt"));
            return null;
        });
        Integer ended = view(db, officer, id).version();
        refused(db, officer, "model.ended", () -> models.end(id, new DeviceModels.Step(ended, "noch einmal")));
        assertThat(offered(db, officer, "YES")).contains(other).doesNotContain(id);
        assertThat(offered(db, officer, "NO")).contains(id).doesNotContain(other);
        SchoolGiven.as(db, officer, () -> {
            models.resume(id, new DeviceModels.Step(ended, "Restposten"));
            return null;
        });
        refused(db, officer, "model.running", () -> models.resume(id, new DeviceModels.Step(view(db, officer, id).version(), "noch einmal")));
        assertThat(offered(db, officer, "YES")).contains(id);
        String technician = SchoolGiven.user(db, "modell.technik", Role.TECHNICIAN, null, null);
        assertThat(view(db, technician, id).actions()).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, technician, () -> {
            models.end(id, new DeviceModels.Step(1, "x"));
            return null;
        })).isInstanceOf(Forbidden.class);
        String elsewhere = SchoolGiven.user(db, "modell.schule", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Modellschule"));
        assertThat(view(db, elsewhere, id).counts()).as("of another school").isEmpty();
        assertThatThrownBy(() -> view(db, officer, -1L)).isInstanceOf(NotFound.class);
    }

    private static ModelQueries.View view(Db db, String who, Long id) {
        return SchoolGiven.as(db, who, () -> db.get(ModelQueries.class).view(id));
    }

    private static List<Long> offered(Db db, String who, String which) {
        return SchoolGiven.as(db, who, () -> db.get(DeviceModelList.class).page(new ListView(Map.of(), false).with("offered", which).with("size", 200)).rows().stream()
                .map(DeviceModelList.Row::id).toList());
    }

    private static void refused(Db db, String who, String code, Runnable step) {
        assertThatThrownBy(() -> SchoolGiven.as(db, who, () -> {
            step.run();
            return null;
        })).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
