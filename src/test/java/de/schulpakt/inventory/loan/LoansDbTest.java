package de.schulpakt.inventory.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices are lent to people; what is known of these is little, seen by the school only, and erased by rule. */
@DbTest
class LoansDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;
    private Long device;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        InventoryGiven.place(db, SCHOOL_ADMIN, device, room);
    }

    @Test
    void a_device_is_handed_out_and_comes_back_and_its_history_has_no_name() {
        Long loan = handOut(true, "Erika Muster");
        assertThat(view(loan)).extracting(LoanQueries.View::state, LoanQueries.View::borrower, LoanQueries.View::overdue)
                .containsExactly(LoanState.LENT, "Max Muster", false);
        assertThat(device().lent()).isTrue();
        assertThat(device().room()).as("it comes back there").isEqualTo("204");
        assertThat(device().timeline().toString()).contains("DeviceAction.LEND", view(loan).no()).doesNotContain("Muster");
        assertThat(view(loan).timeline().get(0).facts().toString()).contains("loan.unsigned");
        db.checks();
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(view(loan).version(), Loans.LoanCondition.DAMAGED, "Stift", "Glasbruch"));
            return null;
        });
        assertThat(view(loan)).extracting(LoanQueries.View::state, LoanQueries.View::conditionIn, LoanQueries.View::lacking, LoanQueries.View::note)
                .containsExactly(LoanState.RETURNED, Loans.LoanCondition.DAMAGED, "Stift", "Glasbruch");
        assertThat(device().lent()).isFalse();
        handOut(true, "Erika Muster");
        db.checks();
    }

    @Test
    void for_a_minor_somebody_signs_and_a_loan_is_not_due_yesterday() {
        assertThatThrownBy(() -> handOut(true, " ")).hasMessageContaining("loan.guardian_missing");
        handOut(false, null);
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        assertThatThrownBy(() -> as(() -> db.get(Loans.class).handOut(cmd(List.of(other), false, null, today().minusDays(1))))).hasMessageContaining("loan.due_past");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "beide", Role.SCHOOL_ADMIN, null, school);
        db.sql("insert into role_assignment (user_id, role, school_id) select id, 'SCHOOL_ADMIN', ? from app_user where login = 'beide'", foreign);
        Long there = InventoryGiven.device(db, InventoryGiven.tablet(db), foreign, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "beide", () -> db.get(Loans.class).handOut(cmd(List.of(other, there), false, null, today()))))
                .hasMessageContaining("loan.several_schools");
    }

    @Test
    void a_device_is_with_one_borrower_at_a_time_and_is_not_given_up_while_it_is_away() {
        handOut(false, null);
        assertThatThrownBy(() -> handOut(false, null)).hasMessageContaining("device.lent");
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> {
            db.get(Devices.class).retire(device, new Devices.Retire(InventoryGiven.version(db, device), "alt"));
            return null;
        })).hasMessageContaining("device.lent");
        assertThat(as(() -> db.get(de.schulpakt.inventory.device.DeviceList.class).page(ListView.all().with("lent", true))).total()).isEqualTo(1);
    }

    @Test
    void of_two_who_hand_it_out_at_once_one_is_stopped() {
        List<Throwable> thrown = db.race(2, 2, () -> handOut(false, null));
        assertThat(thrown).hasSize(1);
        assertThat(Explained.of(thrown.get(0), Locale.GERMAN)).get().extracting(Explained::code).isIn("loan_device_once", "device.lent");
        db.checks();
    }

    @Test
    void what_is_overdue_waits_and_can_be_extended() {
        Long loan = handOut(false, null);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(20)), () -> {
            assertThat(view(loan).overdue()).isTrue();
            assertThat(as(() -> db.get(WaitingQueries.class).waiting()).get("devices")).isEqualTo(2L);
            assertThat(as(() -> db.get(LoanList.class).page(ListView.all().with("state", LoanState.LENT).with("dueTo", today().minusDays(1)))).total()).isEqualTo(1);
            as(() -> {
                db.get(Loans.class).extend(loan, new Loans.Extend(view(loan).version(), today().plusDays(5), "Ferien"));
                return null;
            });
            assertThat(view(loan).overdue()).isFalse();
            assertThat(db.number("select count(*) from history where note like '%Ferien%' or facts like '%Ferien%'")).as("what may name somebody").isZero();
            assertThat(as(() -> db.get(WaitingQueries.class).waiting()).get("devices")).as("the tablet itself waits to be put into service").isEqualTo(1L);
        });
    }

    @Test
    void what_a_borrower_has_lost_is_missing() {
        Long loan = handOut(false, null);
        as(() -> {
            db.get(Loans.class).reportLost(loan, new Loans.ReportLost(view(loan).version(), "im Bus"));
            return null;
        });
        assertThat(view(loan).state()).isEqualTo(LoanState.LOST);
        assertThat(device()).extracting(DeviceQueries.View::state, DeviceQueries.View::lent, DeviceQueries.View::loss, DeviceQueries.View::room)
                .containsExactly(DeviceState.LOST, false, Devices.DeviceLoss.MISSING, null);
        assertThatThrownBy(() -> handOut(false, null)).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void three_years_after_the_year_of_the_return_nothing_is_known_of_the_person() {
        Long ended = handOut(true, "Erika Muster");
        as(() -> {
            db.get(Loans.class).takeBack(ended, new Loans.TakeBack(view(ended).version(), Loans.LoanCondition.SOUND, null, "x"));
            return null;
        });
        Long open = handOut(true, "Erika Muster");
        Clock clock = db.get(Clock.class);
        Instant last = LocalDate.of(today().getYear() + Loans.KEPT_YEARS, 12, 31).atTime(12, 0).toInstant(ZoneOffset.UTC);
        clock.at(last, () -> assertThat(db.get(Loans.class).erase()).isZero());
        clock.at(last.plus(Duration.ofDays(1)), () -> assertThat(db.get(Loans.class).erase()).isEqualTo(1));
        assertThat(view(ended)).extracting(LoanQueries.View::borrower, LoanQueries.View::guardian, LoanQueries.View::contact, LoanQueries.View::note).containsOnlyNulls();
        assertThat(view(ended).timeline().get(0).action()).isEqualTo("LoanAction.ERASE");
        assertThat(view(open).borrower()).as("it still runs").isEqualTo("Max Muster");
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
    }

    @Test
    void only_the_school_sees_who_has_it() {
        Long loan = handOut(false, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(LoanQueries.class).view(loan))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(LoanList.class).page(ListView.all()))).isInstanceOf(Forbidden.class);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(LoanQueries.class).view(loan))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Loans.class).handOut(cmd(List.of(device), false, null, today())))).isInstanceOf(NotFound.class);
    }

    private Long handOut(boolean minor, String guardian) {
        return as(() -> db.get(Loans.class).handOut(cmd(List.of(device), minor, guardian, today().plusDays(14)))).get(0);
    }

    private static Loans.HandOut cmd(List<Long> devices, boolean minor, String guardian, LocalDate due) {
        return new Loans.HandOut(devices, Loans.BorrowerKind.PUPIL, "Max Muster", "7b", "0261 1234", minor, guardian, false, Loans.LoanCondition.SOUND, "Stift, Hülle", due);
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private LoanQueries.View view(Long id) {
        return as(() -> db.get(LoanQueries.class).view(id));
    }

    private DeviceQueries.View device() {
        return as(() -> db.get(DeviceQueries.class).view(device));
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
