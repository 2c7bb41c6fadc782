package de.schulpakt.inventory.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What device management has seen stands beside the inventory; of its exports nothing else is kept. */
@DbTest
class SightsDbTest {
    private static final String JAMF = "ActivationLockBypassCode;EnrollmentDate;IsManaged;LastConnected;LocationName;OsVersion;OwnerEmail;SerialNumber\n";
    private Db db;
    private Long school;
    private Long other;
    private Long device;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        other = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
    }

    @Test
    void an_export_of_jamf_school_tells_of_known_devices_and_its_secrets_are_not_kept() {
        Long id = upload(JAMF + "GEHEIM-1;2025-09-01T08:00:00Z;true;2026-01-02T07:00:00Z;Hilda-Gymnasium;18.1;max@muster.example;" + serial(device) + "\n"
                + "GEHEIM-2;;false;;Unbekannt;17;erika@muster.example;FREMD-1\n");
        assertThat(as(() -> db.get(ImportQueries.class).view(id, Locale.GERMAN)).counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
        assertThat(db.number("select count(*) from device_sight")).as("a dry run").isZero();
        String kept = new String((byte[]) db.sql("select content from import_job where id = ?", id).get(0).get("content"), StandardCharsets.UTF_8);
        assertThat(kept).contains("18.1").doesNotContain("GEHEIM", "muster");
        run(id);
        SightQueries.View seen = of(device);
        assertThat(seen).extracting(SightQueries.View::firstSeenOn, SightQueries.View::lastSeenOn, SightQueries.View::os, SightQueries.View::managed, SightQueries.View::seenSchoolId)
                .containsExactly(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 2), "18.1", true, other);
        assertThat(db.number("select school_id from device where id = ?", device)).as("the inventory stays").isEqualTo(school);
    }

    @Test
    void intune_says_it_otherwise_and_a_later_file_takes_nothing_away() {
        run(upload("Device name,Enrollment date,Last check-in,OS version,Serial number,Managed by,Primary user display name,OS\n"
                + "X,2025-01-01,2026-03-01,10.0.1," + serial(device) + ",Intune,Max Muster,Windows\n"));
        assertThat(of(device)).extracting(SightQueries.View::os, SightQueries.View::managed).containsExactly("Windows 10.0.1", true);
        run(upload("Serial number,Last check-in\n" + serial(device) + ",2026-02-01\n"));
        assertThat(of(device)).extracting(SightQueries.View::lastSeenOn, SightQueries.View::os).containsExactly(LocalDate.of(2026, 3, 1), "Windows 10.0.1");
    }

    @Test
    void what_is_quiet_never_seen_or_elsewhere_is_counted_and_listed() {
        Long never = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        Long fresh = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        LocalDate today = db.get(Clock.class).today();
        record(new Sights.Seen(device, null, today.minusDays(61), null, true, other), new Sights.Seen(never, null, null, null, false, school),
                new Sights.Seen(fresh, null, today.minusDays(60), null, null, school));
        assertThat(as(() -> db.get(SightQueries.class).counts())).isEqualTo(new SightQueries.Counts(3L, 1L, 1L, 1L));
        assertThat(list("never", true)).isEqualTo(1);
        assertThat(list("elsewhere", true)).isEqualTo(1);
        assertThat(list("elsewhere", false)).isEqualTo(2);
        assertThat(list("lastTo", today.minusDays(61))).isEqualTo(1);
        db.sql("update device set state = 'LOST', loss = 'MISSING', lost_on = current_date where id = ?", device);
        assertThat(as(() -> db.get(SightQueries.class).counts())).as("it is known to be lost").isEqualTo(new SightQueries.Counts(2L, 0L, 1L, 0L));
        assertThat(list("there", false)).isEqualTo(1);
    }

    @Test
    void who_may_not_see_a_device_tells_nothing_of_it_and_what_was_wrong_is_forgotten() {
        LocalDate today = db.get(Clock.class).today();
        assertThatThrownBy(() -> record(new Sights.Seen(device, null, today.plusDays(2), null, null, null))).hasMessageContaining("sight.ahead");
        assertThatThrownBy(() -> record(new Sights.Seen(device, null, null, null, null, -5L))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, other);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> {
            db.get(Sights.class).record(new Sights.Record(List.of(new Sights.Seen(device, null, null, null, null, null))));
            return null;
        })).isInstanceOf(NotFound.class);
        record(new Sights.Seen(device, null, today, null, null, null));
        as(() -> {
            db.get(Sights.class).forget(device, new Sights.Forget("falsches Gerät"));
            return null;
        });
        assertThat(of(device)).isNull();
        assertThatThrownBy(() -> as(() -> {
            db.get(Sights.class).forget(device, new Sights.Forget("noch einmal"));
            return null;
        })).hasMessageContaining("sight.none");
    }

    private long list(String name, Object value) {
        return as(() -> db.get(SightList.class).page(ListView.all().with(name, value))).total();
    }

    private void record(Sights.Seen... seen) {
        as(() -> {
            db.get(Sights.class).record(new Sights.Record(List.of(seen)));
            return null;
        });
    }

    private String serial(Long id) {
        return db.sql("select serial from device where id = ?", id).get(0).get("serial").toString();
    }

    private SightQueries.View of(Long id) {
        return as(() -> db.get(SightQueries.class).of(id));
    }

    private Long upload(String text) {
        return as(() -> db.get(Imports.class).upload("sight", new Imports.Upload("mdm.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private void run(Long id) {
        as(() -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, "schule", work);
    }
}
