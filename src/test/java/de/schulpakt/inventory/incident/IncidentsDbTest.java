package de.schulpakt.inventory.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damage, loss and theft are cases beside the device: with police, insurer, cost and who pays, closed and opened again. */
@DbTest
class IncidentsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private Db db;
    private Long school;
    private Long device;

    @BeforeEach
    void aTablet(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Schaden"), "Görres-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
    }

    @AfterEach
    void whatIsClosedSaysWhoPaid() {
        db.checks();
    }

    @Test
    void a_case_is_written_down_changed_closed_and_opened_again() {
        Long id = record(facts(IncidentKind.DAMAGE, null, null, null));
        refused(() -> close(id, version(id), 0L), "incident.no_payer");
        Integer seen = version(id);
        change(id, seen, facts(IncidentKind.DAMAGE, null, IncidentPayer.INSURER, 189_00L));
        assertThatThrownBy(() -> change(id, seen, facts(IncidentKind.LOSS, null, null, null))).as("somebody else was faster").isInstanceOf(Conflict.class);
        close(id, version(id), 150_00L);
        assertThat(view(id)).extracting(IncidentQueries.View::state, IncidentQueries.View::paidCents, IncidentQueries.View::closedOn)
                .containsExactly(IncidentState.CLOSED, 150_00L, TODAY);
        refused(() -> close(id, version(id), 1L), "state.not_allowed");
        refused(() -> change(id, version(id), facts(IncidentKind.LOSS, null, null, null)), "state.not_allowed");
        as("schule", () -> {
            db.get(Incidents.class).reopen(id, new Incidents.Why(version(id), "Die Versicherung zahlt nach."));
            return null;
        });
        assertThat(view(id)).extracting(IncidentQueries.View::state, IncidentQueries.View::paidCents, IncidentQueries.View::closedOn)
                .containsExactly(IncidentState.OPEN, null, null);
        assertThat(view(id).timeline()).hasSize(4);
        assertThat(db.sql("select state from device where id = ?", device).get(0).get("state")).as("the device stays as it is").isEqualTo("IN_STOCK");
        assertThat(as("schule", () -> db.get(IncidentList.class).page(ListView.all().with("device", device).with("payer", IncidentPayer.INSURER))).rows())
                .singleElement().extracting(IncidentList.Row::costCents).isEqualTo(189_00L);
    }

    @Test
    void a_theft_has_the_number_of_the_police_and_nothing_happens_tomorrow() {
        refused(() -> record(facts(IncidentKind.THEFT, " ", null, null)), "incident.police_missing");
        refused(() -> record(new Incidents.Facts(IncidentKind.LOSS, TODAY.plusDays(1), "weg", null, null, null, null, null)), "incident.day_ahead");
        Long id = record(facts(IncidentKind.THEFT, "KO-1", null, null));
        refused(() -> change(id, version(id), facts(IncidentKind.THEFT, null, null, null)), "incident.police_missing");
        assertThat(view(id).policeNo()).isEqualTo("KO-1");
    }

    @Test
    void a_case_stays_with_the_school_that_had_the_device_and_others_see_nothing() {
        Long id = record(facts(IncidentKind.LOSS, null, IncidentPayer.AUTHORITY, null));
        Long other = SchoolGiven.school(db, SchoolGiven.authority(db, "Dort"), "Schule Dort");
        SchoolGiven.user(db, "dort", Role.SCHOOL_ADMIN, null, other);
        db.sql("update device set school_id = ?, room_id = null where id = ?", other, device);
        assertThat(view(id).schoolId()).isEqualTo(school);
        assertThatThrownBy(() -> as("dort", () -> db.get(IncidentQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThat(as("dort", () -> db.get(IncidentQueries.class).about(device)).id()).isEqualTo(device);
        assertThatThrownBy(() -> as("schule", () -> db.get(IncidentQueries.class).about(device))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> record(facts(IncidentKind.LOSS, null, null, null))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, null, school);
        assertThat(as("technik", () -> db.get(IncidentQueries.class).view(id)).actions()).isEmpty();
        assertThatThrownBy(() -> as("technik", () -> {
            db.get(Incidents.class).close(id, new Incidents.Close(0, 1L, null));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    private static Incidents.Facts facts(IncidentKind kind, String police, IncidentPayer payer, Long cents) {
        return new Incidents.Facts(kind, TODAY, "Vom Tisch gefallen.", police, "Kommunalversicherung", "S-1", payer, cents);
    }

    private Long record(Incidents.Facts facts) {
        return as("schule", () -> db.get(Incidents.class).record(new Incidents.Record(device, facts)));
    }

    private void change(Long id, Integer seen, Incidents.Facts facts) {
        as("schule", () -> {
            db.get(Incidents.class).change(id, new Incidents.Change(seen, facts));
            return null;
        });
    }

    private void close(Long id, Integer seen, Long cents) {
        as("schule", () -> {
            db.get(Incidents.class).close(id, new Incidents.Close(seen, cents, null));
            return null;
        });
    }

    private Integer version(Long id) {
        return view(id).version();
    }

    private IncidentQueries.View view(Long id) {
        return as("schule", () -> db.get(IncidentQueries.class).view(id));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
