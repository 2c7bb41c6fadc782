package de.schulpakt.inventory.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.loan.BorrowerSheets;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.SheetQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Link and code together open one sheet and nothing else; neither can be guessed, and what is written is the school's to decide. */
@DbTest
class DoorsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long loan;
    private Long sheet;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        loan = lent();
        sheet = as(() -> db.get(LoanQueries.class).view(loan)).sheets().get(0).id();
    }

    @Test
    void link_and_code_open_the_sheet_and_a_link_that_was_passed_on_does_not() {
        Doors.Made made = made();
        assertThat(made.secret().length()).as("256 bits").isEqualTo(43);
        assertThat(knock(made.secret(), made.code())).isEqualTo(sheet);
        assertThat(knock(made.secret(), made.code().substring(0, 4) + " " + made.code().substring(4))).as("as people type it").isEqualTo(sheet);
        assertThat(knock(made.secret(), other(made.code()))).isNull();
        assertThat(knock(made.secret(), "")).isNull();
        assertThat(knock("irgendwas", made.code())).isNull();
        assertThat(db.number("select count(*) from loan_link where secret_hash = ? or code_hash = ?", made.secret(), made.code())).as("hashed").isZero();
        assertThat(db.number("select count(*) from history where facts like ? or facts like ?", "%" + made.secret() + "%", "%" + made.code() + "%")).isZero();
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(31)), () -> assertThat(knock(made.secret(), made.code())).as("over").isNull());
    }

    @Test
    void another_link_takes_its_place_and_it_can_be_ended() {
        Doors.Made first = made();
        Doors.Made second = made();
        assertThat(knock(first.secret(), first.code())).isNull();
        assertThat(knock(second.secret(), second.code())).isEqualTo(sheet);
        for (int twice = 0; twice < 2; twice++) {
            as(() -> {
                db.get(Doors.class).endLink(sheet);
                return null;
            });
        }
        assertThat(knock(second.secret(), second.code())).isNull();
        assertThat(db.number("select count(*) from history where action = 'DoorAction.END_LINK'")).isEqualTo(1);
    }

    @Test
    void who_guesses_waits_and_in_the_end_the_link_is_worth_nothing() {
        Doors.Made made = made();
        Clock clock = db.get(Clock.class);
        int[] slow = new int[1];
        for (int i = 0; i < DoorCode.WRONG; i++) {
            clock.at(clock.now().plus(Duration.ofMinutes(i)), () -> assertThat(knock(made.secret(), other(made.code()))).isNull());
        }
        clock.at(clock.now().plus(Duration.ofHours(2)), () -> assertThat(knock(made.secret(), made.code())).isNull());
        Doors.Made next = made();
        for (int i = 0; i < 12; i++) {
            try {
                knock(next.secret(), other(next.code()));
            } catch (de.schulpakt.platform.Refused refused) {
                assertThat(refused).hasMessageContaining("door.slowly");
                slow[0]++;
            }
        }
        assertThat(slow[0]).isPositive();
    }

    @Test
    void a_photo_of_the_damage_is_kept_at_the_sheet_without_its_place() throws Exception {
        Doors.Made made = made();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        try (Received photo = db.get(Intake.class).take(new ByteArrayInputStream(picture.toByteArray()), "riss.jpg")) {
            run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.DAMAGE, "Riss"), photo));
        }
        DoorQueries.Written reply = as(() -> db.get(DoorQueries.class).ofSheet(sheet)).replies().get(0);
        assertThat(reply.paperId()).isNotNull();
        assertThat(db.number("select count(*) from paper where id = ? and subject_type = 'LoanSheet' and subject_id = ?", reply.paperId(), sheet)).isEqualTo(1);
        try (Received photo = db.get(Intake.class).take(new ByteArrayInputStream(picture.toByteArray()), "riss.jpg")) {
            assertThatThrownBy(() -> run(() -> db.get(Doors.class).reply(made.secret(), other(made.code()), new Doors.Reply(loan, Doors.ReplyKind.DAMAGE, "Riss"), photo)))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(db.number("select count(*) from paper")).isEqualTo(1);
    }

    @Test
    void a_photo_is_erased_with_its_loan_though_the_sheet_lives_on() throws Exception {
        List<Long> two = List.of(InventoryGiven.device(db, InventoryGiven.tablet(db), school, null), InventoryGiven.device(db, InventoryGiven.tablet(db), school, null));
        List<Long> loans = as(() -> db.get(Loans.class).handOut(new Loans.HandOut(two, Loans.BorrowerKind.PUPIL, "Max Muster", "7b", null, true, "Erika Muster", false,
                Loans.LoanCondition.SOUND, null, today().plusDays(9))));
        sheet = as(() -> db.get(LoanQueries.class).view(loans.get(0))).sheets().get(0).id();
        Doors.Made made = made();
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(20 + i, 10, BufferedImage.TYPE_INT_RGB), "jpg", picture);
            Long of = loans.get(i);
            try (Received photo = db.get(Intake.class).take(new ByteArrayInputStream(picture.toByteArray()), "riss.jpg")) {
                run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(of, Doors.ReplyKind.DAMAGE, "Riss"), photo));
            }
        }
        as(() -> {
            db.get(Loans.class).takeBack(loans.get(0), new Loans.TakeBack(db.get(LoanQueries.class).view(loans.get(0)).version(), Loans.LoanCondition.DAMAGED, null, null));
            return null;
        });
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(900)), () -> assertThat(db.get(Loans.class).erase()).isEqualTo(1));
        assertThat(db.number("select count(*) from loan_reply where loan_id = ? and (paper_id is not null or words is not null)", loans.get(0))).isZero();
        assertThat(db.number("select count(*) from loan_reply r join paper p on p.id = r.paper_id where r.loan_id = ? and p.removed_at is null", loans.get(1)))
                .as("that of the other loan stays").isEqualTo(1);
        assertThat(db.number("select count(*) from paper where removed_at is null")).isEqualTo(1);
        db.checks();
    }

    @Test
    void the_contract_is_signed_and_the_history_does_not_say_by_whom() {
        Doors.Made made = made();
        String said = db.get(BorrowerSheets.class).said(sheet);
        assertThatThrownBy(() -> run(() -> db.get(Doors.class).sign(made.secret(), made.code(), new Signing.Sign("Erika Muster", "Mutter", null, Sha256.hex("x")), null)))
                .hasMessageContaining("sign.changed");
        assertThatThrownBy(() -> run(() -> db.get(Doors.class).sign(made.secret(), other(made.code()), new Signing.Sign("Erika Muster", "Mutter", null, Sha256.hex(said)), null)))
                .isInstanceOf(NotFound.class);
        run(() -> db.get(Doors.class).sign(made.secret(), made.code(), new Signing.Sign("Erika Muster", "Mutter", "12,40 13,42;90,20", Sha256.hex(said)), null));
        assertThat(as(() -> db.get(LoanQueries.class).view(loan)).signed()).isTrue();
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
    }

    @Test
    void what_is_sent_again_by_loading_the_page_again_is_taken_in_once() {
        Doors.Made made = made();
        String said = db.get(BorrowerSheets.class).said(sheet);
        Signing.Sign cmd = new Signing.Sign("Erika Muster", "Mutter", null, Sha256.hex(said));
        String form = DoorKey.secret();
        for (int twice = 0; twice < 2; twice++) {
            run(() -> db.get(Doors.class).sign(made.secret(), made.code(), cmd, form));
            run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.DAMAGE, "Riss", form + "r"), null));
        }
        assertThat(db.number("select count(*) from signature")).isEqualTo(1);
        assertThat(db.number("select count(*) from loan_reply")).isEqualTo(1);
        run(() -> db.get(Doors.class).sign(made.secret(), made.code(), new Signing.Sign("Tom Muster", "Vater", null, Sha256.hex(said)), DoorKey.secret()));
        assertThat(db.get(BorrowerSheets.class).signed(sheet, Sha256.hex(said))).extracting(SignatureQueries.Row::name).containsExactly("Erika Muster", "Tom Muster");
        assertThat(db.get(BorrowerSheets.class).signed(sheet, Sha256.hex("x"))).as("for other words").isEmpty();
        assertThat(db.get(DoorQueries.class).written(sheet)).extracting(DoorQueries.Own::words, DoorQueries.Own::seenAt)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Riss", null));
        Doors.Made next = made();
        assertThat(db.get(DoorQueries.class).written(sheet)).as("whoever gets another link").isEmpty();
        run(() -> db.get(Doors.class).reply(next.secret(), next.code(), new Doors.Reply(loan, Doors.ReplyKind.DAMAGE, "Riss", form + "r"), null));
        assertThat(db.number("select count(*) from loan_reply")).as("a key counts for its link").isEqualTo(2);
    }

    @Test
    void what_is_back_is_neither_shown_as_lent_nor_reported() {
        Doors.Made made = made();
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(db.get(LoanQueries.class).view(loan).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        assertThat(db.get(BorrowerSheets.class).view(sheet).items()).extracting(SheetQueries.Item::out, SheetQueries.Item::state)
                .containsExactly(org.assertj.core.api.Assertions.tuple(true, LoanState.RETURNED));
        assertThatThrownBy(() -> run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.LOSS, "weg"), null)))
                .hasMessageContaining("door.is_back");
        run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.OTHER, "Wann kommt die Quittung?"), null));
        assertThat(db.number("select count(*) from loan_reply")).isEqualTo(1);
    }

    @Test
    void what_is_written_waits_for_the_school_and_books_nothing() {
        Doors.Made made = made();
        run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.LOSS, "im Bus, sagt Max Muster"), null));
        assertThat(as(() -> db.get(LoanQueries.class).view(loan)).state().name()).as("the school decides").isEqualTo("LENT");
        DoorQueries.View view = as(() -> db.get(DoorQueries.class).ofSheet(sheet));
        assertThat(view.replies()).extracting(DoorQueries.Written::kind, DoorQueries.Written::seenAt).containsExactly(org.assertj.core.api.Assertions.tuple(Doors.ReplyKind.LOSS, null));
        long waiting = as(() -> db.get(WaitingQueries.class).waiting()).get("devices");
        assertThat(db.number("select count(*) from notice where kind = 'message.loan_reply'")).isEqualTo(1);
        as(() -> {
            db.get(Doors.class).see(view.replies().get(0).id());
            db.get(Doors.class).see(view.replies().get(0).id());
            return null;
        });
        assertThat(as(() -> db.get(WaitingQueries.class).waiting()).getOrDefault("devices", 0L)).isEqualTo(waiting - 1);
        Long other = lent();
        assertThatThrownBy(() -> run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(other, Doors.ReplyKind.OTHER, null), null))).isInstanceOf(NotFound.class);
        for (int i = 1; i < 10; i++) {
            run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.OTHER, "?"), null));
        }
        assertThatThrownBy(() -> run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.OTHER, "?"), null))).hasMessageContaining("door.too_many");
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
    }

    @Test
    void it_is_made_for_what_went_out_and_by_who_lends_there() {
        assertThatThrownBy(() -> as(() -> db.get(Doors.class).makeLink(sheet, new Doors.MakeLink(today().minusDays(1))))).hasMessageContaining("door.days");
        assertThatThrownBy(() -> as(() -> db.get(Doors.class).makeLink(sheet, new Doors.MakeLink(today().plusDays(400))))).hasMessageContaining("door.days");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Doors.class).makeLink(sheet, new Doors.MakeLink(today())))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(DoorQueries.class).ofSheet(sheet))).isInstanceOf(NotFound.class);
        as(() -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(db.get(LoanQueries.class).view(loan).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        Long back = as(() -> db.get(LoanQueries.class).view(loan)).sheets().get(1).id();
        assertThatThrownBy(() -> as(() -> db.get(Doors.class).makeLink(back, new Doors.MakeLink(today())))).hasMessageContaining("door.nothing_out");
        Doors.Made made = made();
        run(() -> db.get(Doors.class).reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.OTHER, "?"), null));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(900)), () -> assertThat(db.get(Loans.class).erase()).isEqualTo(1));
        assertThat(db.number("select count(*) from loan_reply where words is not null")).isZero();
        assertThat(db.number("select count(*) from loan_link where ended_at is null")).isZero();
    }

    private Long lent() {
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        return as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.PUPIL, "Max Muster", "7b", null, true, "Erika Muster", false,
                Loans.LoanCondition.SOUND, null, today().plusDays(9)))).get(0);
    }

    private Doors.Made made() {
        return as(() -> db.get(Doors.class).makeLink(sheet, new Doors.MakeLink(today().plusDays(30))));
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private Long knock(String secret, String code) {
        Long[] found = new Long[1];
        run(() -> found[0] = db.get(Doors.class).knock(secret, code));
        return found[0];
    }

    private void run(Runnable work) {
        db.request(() -> {
            db.get(SignIn.class).from("192.0.2.9");
            work.run();
        });
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
