package de.schulpakt.inventory.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.inventory.swap.SwapList;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
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
        assertThat(device().wear()).isEqualTo(de.schulpakt.inventory.device.Devices.DeviceWear.DAMAGED);
        assertThat(device().timeline().get(0).facts().toString()).contains("DAMAGED", view(loan).no());
        assertThatThrownBy(() -> handOut(true, "Erika Muster")).hasMessageContaining("loan.known_damaged");
        db.sql("update device set wear = 'GOOD' where id = ?", device);
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
    void for_a_teacher_or_a_class_nobody_signs() {
        for (Loans.BorrowerKind kind : List.of(Loans.BorrowerKind.TEACHER, Loans.BorrowerKind.CLASS)) {
            assertThatThrownBy(() -> as(() -> db.get(Loans.class).handOut(of(kind, true, null)))).hasMessageContaining("loan.guardian_of_pupils");
            assertThatThrownBy(() -> as(() -> db.get(Loans.class).handOut(of(kind, false, "Erika Muster")))).hasMessageContaining("loan.guardian_of_pupils");
        }
        Long loan = as(() -> db.get(Loans.class).handOut(of(Loans.BorrowerKind.CLASS, null, " "))).get(0);
        assertThat(view(loan).guardian()).isNull();
        assertThatThrownBy(() -> as(() -> {
            db.get(Loans.class).correct(loan, new Loans.Correct(view(loan).version(), "8b", null, null, true, "Erika Muster", true, "x"));
            return null;
        })).hasMessageContaining("loan.guardian_of_pupils");
    }

    private Loans.HandOut of(Loans.BorrowerKind kind, Boolean minor, String guardian) {
        return new Loans.HandOut(List.of(device), kind, "8a", null, null, minor, guardian, false, Loans.LoanCondition.SOUND, null, today().plusDays(14));
    }

    @Test
    void a_list_of_pupils_is_a_loan_and_a_sheet_for_each_line_and_names_what_fails() {
        Long second = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long third = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        List<String> no = List.of(device, second, third).stream().map(id -> as(() -> db.get(DeviceQueries.class).view(id)).inventoryNo()).toList();
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        List<ManyLoans.Line> lines = List.of(new ManyLoans.Line("Max Muster", "7b", no.get(0), "Erika Muster"), new ManyLoans.Line("Mia Muster", "7b", null, "Erika Muster"),
                new ManyLoans.Line("Ben Muster", "7b", no.get(0).toLowerCase(Locale.ROOT), "Erika Muster"), new ManyLoans.Line(" ", "7b", null, null),
                new ManyLoans.Line("Kai Muster", "7b", no.get(2), null), new ManyLoans.Line("Ida Muster", "7b", "gibt-es-nicht", "Erika Muster"),
                new ManyLoans.Line("Leo Muster", "x".repeat(41), null, "Erika Muster"), new ManyLoans.Line("Noa Muster", "7c", null, "Erika Muster"));
        ManyLoans.HandOut cmd = new ManyLoans.HandOut(lines, List.of(no.get(0), no.get(1)), true, true, Loans.LoanCondition.SOUND, "Hülle", today().plusDays(14));
        ManyLoans.Result result = as(() -> db.get(ManyLoans.class).handOut(cmd));
        assertThat(result.made()).extracting(ManyLoans.Made::line).containsExactly(1, 2);
        assertThat(result.made()).extracting(ManyLoans.Made::sheetId).doesNotHaveDuplicates();
        assertThat(result.left()).extracting(ManyLoans.Left::line).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(result.left()).extracting(l -> l.why().key()).containsExactly("device.lent", "loan.line_name", "loan.guardian_missing", "devices.number_unknown", "loan.line_class",
                "loan.no_device_left");
        assertThat(db.number("select count(*) from loan")).as("nothing is half done").isEqualTo(2);
        assertThat(db.number("select count(*) from loan_sheet")).isEqualTo(2);
        assertThat(view(result.made().get(1).loanId())).extracting(LoanQueries.View::borrower, LoanQueries.View::schoolClass, LoanQueries.View::contact).containsExactly("Mia Muster", "7b", null);
        assertThat(as(() -> db.get(DeviceQueries.class).view(third)).lent()).isFalse();
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(ManyLoans.class).handOut(new ManyLoans.HandOut(List.of(new ManyLoans.Line("Max", null, no.get(2), "E")), null, true, true,
                Loans.LoanCondition.SOUND, null, today()))).made()).isEmpty();
        assertThat(Texts.has(Locale.GERMAN, "loan.line_stopped")).isTrue();
        db.checks();
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
    void one_school_year_after_that_of_the_return_nothing_is_known_of_the_person() {
        Long ended = handOut(true, "Erika Muster");
        as(() -> {
            db.get(Loans.class).takeBack(ended, new Loans.TakeBack(view(ended).version(), Loans.LoanCondition.SOUND, null, "x"));
            return null;
        });
        Long open = handOut(true, "Erika Muster");
        Clock clock = db.get(Clock.class);
        int year = today().getMonthValue() > 7 ? today().getYear() + 1 : today().getYear();
        Instant last = LocalDate.of(year + KeptPeople.YEARS, 7, 31).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Long out = sheet(ended, 0);
        sign(out, "Erika Muster");
        assertThat(db.number("select count(*) from signature")).isEqualTo(1);
        clock.at(last, () -> assertThat(db.get(Loans.class).erase()).isZero());
        clock.at(last.plus(Duration.ofDays(1)), () -> assertThat(db.get(Loans.class).erase()).isEqualTo(1));
        assertThat(view(ended)).extracting(LoanQueries.View::borrower, LoanQueries.View::guardian, LoanQueries.View::contact, LoanQueries.View::note).containsOnlyNulls();
        assertThat(view(ended).timeline().get(0).action()).isEqualTo("LoanAction.ERASE");
        assertThat(db.number("select count(*) from signature")).as("went with its sheet").isZero();
        assertThat(db.number("select count(*) from loan_sheet where erased_on is not null")).isEqualTo(2);
        assertThat(view(open).borrower()).as("it still runs").isEqualTo("Max Muster");
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
    }

    @Test
    void several_devices_go_out_and_come_back_on_one_sheet_whoever_brings_them() {
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        List<Long> loans = as(() -> db.get(Loans.class).handOut(cmd(List.of(device, other), true, "Erika Muster", today().plusDays(14))));
        assertThat(sheet(loans.get(0), 0)).isEqualTo(sheet(loans.get(1), 0));
        SheetQueries.View out = as(() -> db.get(SheetQueries.class).view(sheet(loans.get(0), 0)));
        assertThat(out.way()).isEqualTo(Loans.Way.OUT);
        assertThat(out.items()).extracting(SheetQueries.Item::out, SheetQueries.Item::accessories).containsOnly(tuple(true, "Stift, Hülle"));
        assertThat(as(() -> db.get(LoanQueries.class).running(List.of(device, other))).loans()).hasSize(2);
        Long in = as(() -> db.get(Loans.class).takeBackAll(new Loans.TakeBackAll(List.of(back(loans.get(1), Loans.LoanCondition.DAMAGED, "Stift"),
                back(loans.get(0), Loans.LoanCondition.SOUND, null)))));
        assertThat(as(() -> db.get(SheetQueries.class).view(in)).items()).extracting(SheetQueries.Item::condition, SheetQueries.Item::accessories)
                .containsExactly(tuple(Loans.LoanCondition.SOUND, null), tuple(Loans.LoanCondition.DAMAGED, "Stift"));
        assertThatThrownBy(() -> as(() -> db.get(Loans.class).takeBackAll(new Loans.TakeBackAll(List.of(back(loans.get(0), Loans.LoanCondition.SOUND, null))))))
                .hasMessageContaining("state.not_allowed");
        assertThat(as(() -> db.get(LoanQueries.class).running(List.of(device)))).satisfies(found -> {
            assertThat(found.loans()).isEmpty();
            assertThat(found.left()).extracting(LoanQueries.Left::deviceId, left -> left.why().key()).containsExactly(tuple(device, "loan.not_lent"));
        });
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(SheetQueries.class).view(in))).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void a_damage_stands_on_the_sheet_though_the_loan_goes_on_and_is_erased_with_it() {
        Long loan = handOut(true, "Erika Muster");
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(view(loan).version(), Loans.LoanCondition.DAMAGED, null, "Glas gesprungen"));
            return null;
        });
        Long back = sheet(loan, 1);
        assertThat(as(() -> db.get(SignatureQueries.class).text("loan-sheet", back)).said()).contains("Glas gesprungen");
        as(() -> {
            db.get(Loans.class).reopen(loan, new Loans.Why(view(loan).version(), "verwechselt"));
            return null;
        });
        assertThat(as(() -> db.get(SheetQueries.class).view(back)).items()).extracting(SheetQueries.Item::note).containsExactly("Glas gesprungen");
        assertThat(view(loan).sheets()).extracting(LoanQueries.OnSheet::note).containsExactly(null, "Glas gesprungen");
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(view(loan).version(), Loans.LoanCondition.DAMAGED, null, "Glas gesprungen"));
            return null;
        });
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(java.time.Duration.ofDays(900)), () -> assertThat(db.get(Loans.class).erase()).isEqualTo(1));
        assertThat(db.number("select count(*) from loan_sheet_item where note is not null")).isZero();
        db.checks();
    }

    @Test
    void all_that_cannot_go_out_are_named_and_the_others_can() {
        Long lent = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long gone = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        as(() -> db.get(Loans.class).handOut(cmd(List.of(lent), true, "Erika Muster", today().plusDays(3))));
        db.sql("update device set state = 'LOST' where id = ?", gone);
        LoanQueries.Free free = as(() -> db.get(LoanQueries.class).free(List.of(device, lent, gone)));
        assertThat(free.ids()).containsExactly(device);
        assertThat(free.left()).extracting(LoanQueries.Left::deviceId, left -> left.why().key())
                .containsExactlyInAnyOrder(tuple(lent, "device.lent"), tuple(gone, "loan.cannot_go"));
        // what the page says above the two lines
        assertThat(Texts.get(Locale.GERMAN, "loan.some_stay", free.left().size())).startsWith("2 Geräte können so nicht ausgegeben werden");
        assertThat(as(() -> db.get(LoanQueries.class).running(List.of(device, lent, gone)))).satisfies(found -> {
            assertThat(found.loans()).extracting(LoanQueries.Running::deviceId).containsExactly(lent);
            assertThat(found.left()).extracting(LoanQueries.Left::deviceId).containsExactlyInAnyOrder(device, gone);
        });
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(LoanQueries.class).free(List.of(device)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(LoanQueries.class).running(List.of(gone)))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_sheet_is_the_contract_on_the_terms_of_that_day_and_is_signed_without_a_name_in_the_history() {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        db.sql("update school set authority_id = ? where id = ?", authority, school);
        SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, authority, null);
        SchoolGiven.as(db, "amt", () -> db.get(Terms.class).publish(new Terms.Publish(authority, "Bitte pfleglich behandeln.", today())));
        Long loan = handOut(true, "Erika Muster");
        SchoolGiven.as(db, "amt", () -> db.get(Terms.class).publish(new Terms.Publish(authority, "Zweite Fassung.", today())));
        assertThat(view(loan)).extracting(LoanQueries.View::edition, LoanQueries.View::signed).containsExactly(1, false);
        Long sheet = sheet(loan, 0);
        String said = as(() -> db.get(SignatureQueries.class).text("loan-sheet", sheet)).said();
        assertThat(said).contains("Bitte pfleglich behandeln.", "Max Muster", "Erika Muster", "Stift, Hülle").doesNotContain("Zweite Fassung");
        PdfCheck.conforms(as(() -> db.get(PrintQueries.class).print("loan-sheet", sheet, null, Locale.GERMANY)).bytes());
        sign(sheet, "Erika Muster");
        assertThat(view(loan).signed()).as("the contract").isTrue();
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
        as(() -> {
            db.get(Signing.class).withdraw(db.number("select max(id) from signature"), new Signing.Withdraw("Frau Muster hat widerrufen"));
            return null;
        });
        assertThat(view(loan).signed()).isFalse();
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
    }

    @Test
    void a_device_is_swapped_for_another_and_the_loan_goes_on_until_the_same_day() {
        Long loan = handOut(true, "Erika Muster");
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long after = as(() -> db.get(Loans.class).swap(loan, swap(loan, other)));
        assertThat(view(loan).state()).isEqualTo(LoanState.RETURNED);
        assertThat(view(after)).extracting(LoanQueries.View::state, LoanQueries.View::borrower, LoanQueries.View::dueOn, LoanQueries.View::afterNo)
                .containsExactly(LoanState.LENT, "Max Muster", view(loan).dueOn(), view(loan).no());
        assertThat(device().lent()).isFalse();
        assertThat(sheet(after, 0)).isEqualTo(sheet(loan, 1));
        SwapList.Row swapped = as(() -> db.get(SwapList.class).page(ListView.all())).rows().get(0);
        assertThat(swapped).extracting(SwapList.Row::kind, SwapList.Row::newId, SwapList.Row::reason)
                .containsExactly(Swaps.SwapKind.LOAN, other, view(loan).no() + " \u2192 " + view(after).no());
        assertThatThrownBy(() -> as(() -> {
            db.get(Swaps.class).undo(swapped.id(), new Swaps.Undo("doch nicht"));
            return null;
        })).hasMessageContaining("swap.made_elsewhere");
        assertThatThrownBy(() -> as(() -> db.get(Loans.class).swap(after, swap(after, other)))).hasMessageContaining("loan.swap_same");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long there = InventoryGiven.device(db, InventoryGiven.tablet(db), foreign, null);
        assertThatThrownBy(() -> as(() -> db.get(Loans.class).swap(after, swap(after, there)))).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void a_swap_is_undone_in_the_list_when_its_loan_goes_on_and_nobody_is_named_there() {
        Long loan = handOut(true, "Erika Muster");
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long after = as(() -> db.get(Loans.class).swap(loan, swap(loan, other)));
        as(() -> {
            db.get(Loans.class).takeBack(after, new Loans.TakeBack(view(after).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        assertThat(swaps()).as("that the second one came back says nothing of the swap").singleElement().satisfies(w -> assertThat(w.undoneAt()).isNull());
        as(() -> {
            db.get(Loans.class).reopen(loan, new Loans.Why(view(loan).version(), "Max Muster hatte das richtige Gerät"));
            return null;
        });
        assertThat(swaps()).singleElement().satisfies(w -> {
            assertThat(w.undoneAt()).isNotNull();
            assertThat(w.undoneBy()).isEqualTo(w.swappedBy());
            assertThat(w.undoneWhy()).isEqualTo(view(loan).no()).doesNotContain("Muster");
        });
        Long again = as(() -> db.get(Loans.class).swap(loan, swap(loan, other)));
        assertThat(swaps()).extracting(w -> w.undoneAt() == null, SwapList.Row::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple(true, view(loan).no() + " \u2192 " + view(again).no()),
                org.assertj.core.groups.Tuple.tuple(false, view(loan).no() + " \u2192 " + view(after).no()));
        db.checks();
    }

    private List<SwapList.Row> swaps() {
        return as(() -> db.get(SwapList.class).page(ListView.all())).rows();
    }

    @Test
    void what_was_recorded_by_mistake_is_put_right_with_a_reason() {
        Long loan = handOut(true, "Erika Muster");
        as(() -> {
            db.get(Loans.class).correct(loan, new Loans.Correct(view(loan).version(), "Max Mustermann", "7c", null, true, "Erika Mustermann", true, "verschrieben"));
            return null;
        });
        assertThat(view(loan)).extracting(LoanQueries.View::borrower, LoanQueries.View::schoolClass, LoanQueries.View::signed).containsExactly("Max Mustermann", "7c", true);
        assertThatThrownBy(() -> as(() -> {
            db.get(Loans.class).correct(loan, new Loans.Correct(view(loan).version(), "Max", null, null, true, " ", true, "x"));
            return null;
        })).hasMessageContaining("loan.guardian_missing");
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(view(loan).version(), Loans.LoanCondition.SOUND, null, null));
            db.get(Loans.class).reopen(loan, new Loans.Why(view(loan).version(), "das falsche Gerät gescannt"));
            return null;
        });
        assertThat(view(loan)).extracting(LoanQueries.View::state, LoanQueries.View::endedAt).containsExactly(LoanState.LENT, null);
        db.checks();
        as(() -> {
            db.get(Loans.class).reportLost(loan, new Loans.ReportLost(view(loan).version(), "im Bus"));
            db.get(Loans.class).find(loan, new Loans.Why(view(loan).version(), "im Fundbüro"));
            return null;
        });
        assertThat(view(loan).state()).isEqualTo(LoanState.RETURNED);
        assertThat(device()).extracting(DeviceQueries.View::state, DeviceQueries.View::loss).containsExactly(DeviceState.IN_STOCK, null);
        Long elsewhere = SchoolGiven.school(db, "Anderswo");
        db.sql("update device set school_id = ? where id = (select device_id from loan where id = ?)", elsewhere, loan);
        assertThatThrownBy(() -> as(() -> {
            db.get(Loans.class).reopen(loan, new Loans.Why(view(loan).version(), "bei den anderen"));
            return null;
        })).hasMessageContaining("loan.device_elsewhere");
        db.sql("update device set school_id = ? where id = (select device_id from loan where id = ?)", school, loan);
        Long next = handOut(false, null);
        assertThatThrownBy(() -> as(() -> {
            db.get(Loans.class).reopen(loan, new Loans.Why(view(loan).version(), "doch"));
            return null;
        })).hasMessageContaining("device.lent");
        as(() -> {
            db.get(Loans.class).takeBack(next, new Loans.TakeBack(view(next).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        db.sql("update loan set erased_on = current_date where id = ?", next);
        assertThatThrownBy(() -> as(() -> {
            db.get(Loans.class).reopen(next, new Loans.Why(view(next).version(), "doch"));
            return null;
        })).hasMessageContaining("loan.person_erased");
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
        db.checks();
    }

    @Test
    void the_school_is_told_three_days_before_and_every_week_after() {
        Long loan = handOut(false, null);
        LoanReminders reminders = db.get(LoanReminders.class);
        assertThat(reminders.waiting()).as("in two weeks").isEmpty();
        Clock clock = db.get(Clock.class);
        for (int day : List.of(11, 12, 15, 16, 22)) {
            clock.at(clock.now().plus(Duration.ofDays(day)), () -> db.request(() -> reminders.waiting().forEach(reminders::tell)));
        }
        assertThat(db.sql("select kind from notice order by id").stream().map(row -> row.get("kind"))).containsExactly("message.loan_due", "message.loan_overdue", "message.loan_overdue");
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(view(loan).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        clock.at(clock.now().plus(Duration.ofDays(40)), () -> assertThat(reminders.waiting()).isEmpty());
    }

    @Test
    void a_school_year_turns_by_one_plan_that_can_be_sent_twice() {
        Long leaver = handOut(false, null);
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long stays = as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(other), Loans.BorrowerKind.PUPIL, "Mia Muster", "8a", null, false, null, true,
                Loans.LoanCondition.SOUND, null, today().plusDays(14)))).get(0);
        Long third = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long teacher = as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(third), Loans.BorrowerKind.TEACHER, "Eva Muster", null, null, false, null, true,
                Loans.LoanCondition.SOUND, null, today().plusDays(14)))).get(0);
        assertThat(as(() -> db.get(LoanQueries.class).byClass(school))).extracting(LoanQueries.OfClass::schoolClass, LoanQueries.OfClass::loans)
                .containsExactly(tuple("7b", 1L), tuple("8a", 1L));
        Turns.Turn plan = new Turns.Turn(school, List.of("7B"), today().plusDays(5), today().plusDays(300));
        assertThat(as(() -> db.get(Turns.class).turn(plan)).changed()).isEqualTo(2);
        assertThat(List.of(view(leaver).dueOn(), view(stays).dueOn(), view(teacher).dueOn())).containsExactly(today().plusDays(5), today().plusDays(300), today().plusDays(14));
        assertThat(as(() -> db.get(Turns.class).turn(plan)).changed()).isZero();
        assertThat(view(leaver).timeline().get(0).facts().toString()).contains("said.loan_turn");
        assertThatThrownBy(() -> as(() -> db.get(Turns.class).turn(new Turns.Turn(school, List.of("7b"), null, today())))).hasMessageContaining("loan.turn_days");
        assertThatThrownBy(() -> as(() -> db.get(Turns.class).turn(new Turns.Turn(school, null, null, null)))).hasMessageContaining("loan.turn_days");
        assertThatThrownBy(() -> as(() -> db.get(Turns.class).turn(new Turns.Turn(school, null, null, today().minusDays(1))))).hasMessageContaining("loan.due_past");
    }

    private Loans.Swap swap(Long loan, Long other) {
        return new Loans.Swap(view(loan).version(), other, Loans.LoanCondition.DAMAGED, null, "Glasbruch", Loans.LoanCondition.WORN, "Netzteil");
    }

    private Loans.Back back(Long loan, Loans.LoanCondition condition, String lacking) {
        return new Loans.Back(loan, view(loan).version(), condition, lacking, null);
    }

    private Long sheet(Long loan, int which) {
        return view(loan).sheets().get(which).id();
    }

    private void sign(Long sheet, String name) {
        as(() -> db.get(Signing.class).sign("loan-sheet", sheet, new Signing.Sign(name, null, null, db.get(SignatureQueries.class).text("loan-sheet", sheet).sha256())));
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
