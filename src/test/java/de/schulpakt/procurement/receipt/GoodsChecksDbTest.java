package de.schulpakt.procurement.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a receipt the school says whether all is here; its silence is shown, and its answer can be put right. */
@DbTest
class GoodsChecksDbTest {
    private ProcurementGiven given;
    private Long order;
    private Long check;

    @BeforeEach
    void twoHaveCome(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 2_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 3));
        given.receive(order, "1", null, "A", "B");
        check = db.number("SELECT max(id) FROM goods_check");
    }

    @AfterEach
    void theInvariantsHold(Db db) {
        db.checks();
    }

    @Test
    void the_school_hears_of_what_came_and_confirms_it(Db db) {
        assertThat(told(db, given.admin, "message.goods_check")).isEqualTo(1);
        GoodsCheckQueries.View view = view(db, given.admin);
        assertThat(view.lines()).extracting(GoodsCheckQueries.View.Line::pieces).containsExactly(2);
        assertThat(view.lines().get(0).serials()).containsExactly("A", "B");
        assertThat(view.orderId()).as("a school sees no orders").isNull();
        assertThat(view.dueOn()).isEqualTo(db.get(Holidays.class).worked(ProcurementGiven.today(), 2));
        confirm(db, view.version(), null);
        assertThat(view(db, given.officer).state()).isEqualTo(GoodsCheckState.CONFIRMED);
        assertThat(view(db, given.officer).answeredBy()).isNotBlank();
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.goods_check' AND read_at IS NULL")).as("it is done").isZero();
        refused(() -> confirm(db, view(db, given.admin).version(), "noch einmal"), "state.not_allowed");
    }

    @Test
    void what_is_missing_or_broken_reaches_who_received_it_and_is_settled(Db db) {
        Long line = view(db, given.admin).lines().get(0).id();
        refused(() -> report(db, null, lack(line, 0, 0)), "goods_check.nothing_missing");
        refused(() -> report(db, null, lack(line, 2, 1)), "goods_check.too_many");
        refused(() -> report(db, null, lack(line, 1, 0), lack(line, 0, 1)), "goods_check.line_twice");
        assertThatThrownBy(() -> report(db, null, lack(line + 999, 1, 0))).isInstanceOf(NotFound.class);
        report(db, null, lack(line, 1, 1));
        assertThat(told(db, given.receiver, "message.goods_short")).isEqualTo(1);
        assertThat(view(db, given.officer).lines().get(0)).extracting("missing", "broken").containsExactly(1, 1);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> {
            db.get(GoodsChecks.class).settle(check, new GoodsChecks.Settle(view(db, given.admin).version(), "x"));
            return null;
        })).isInstanceOfAny(NotFound.class, Forbidden.class);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(GoodsChecks.class).settle(check, new GoodsChecks.Settle(view(db, given.officer).version(), "Ersatz ist bestellt"));
            return null;
        });
        assertThat(view(db, given.admin).state()).isEqualTo(GoodsCheckState.SETTLED);
        assertThat(told(db, given.admin, "message.goods_settled")).isEqualTo(1);
        report(db, "Der Ersatz ist auch defekt.", lack(line, 0, 1));
        assertThat(view(db, given.admin).state()).as("it is not settled after all").isEqualTo(GoodsCheckState.SHORT);
    }

    @Test
    void a_mistaken_answer_is_put_right_with_a_reason_and_both_stay_in_the_history(Db db) {
        Long line = view(db, given.admin).lines().get(0).id();
        Integer before = view(db, given.admin).version();
        confirm(db, before, null);
        assertThatThrownBy(() -> confirm(db, before, null)).as("twice").isInstanceOf(Conflict.class);
        refused(() -> report(db, null, lack(line, 1, 0)), "goods_check.reason_missing");
        report(db, "Im Karton lag nur eines.", lack(line, 1, 0));
        Integer seen = view(db, given.admin).version();
        report(db, "Das andere ist defekt.", lack(line, 1, 1));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> {
            db.get(GoodsChecks.class).report(check, new GoodsChecks.Report(seen, List.of(lack(line, 1, 0)), "spät"));
            return null;
        })).as("somebody has reported since").isInstanceOf(Conflict.class);
        refused(() -> confirm(db, view(db, given.admin).version(), " "), "goods_check.reason_missing");
        confirm(db, view(db, given.admin).version(), "Beide lagen im Lehrerzimmer.");
        GoodsCheckQueries.View view = view(db, given.officer);
        assertThat(view.state()).isEqualTo(GoodsCheckState.CONFIRMED);
        assertThat(view.lines().get(0).missing()).isZero();
        assertThat(view.timeline()).hasSize(5);
    }

    @Test
    void silence_is_shown_in_the_list_and_at_the_order_and_reads_as_no_consent(Db db) {
        assertThat(silent(db)).isZero();
        db.sql("UPDATE goods_check SET due_on = ?", ProcurementGiven.today().minusDays(1));
        assertThat(silent(db)).isEqualTo(1);
        assertThat(view(db, given.officer).silent()).isTrue();
        assertThat(ofOrder(db).get(0).silentOn(ProcurementGiven.today())).isTrue();
        assertThat(view(db, given.officer).state()).isEqualTo(GoodsCheckState.ASKED);
        confirm(db, view(db, given.admin).version(), null);
        assertThat(silent(db)).as("late, but answered").isZero();
        assertThat(ofOrder(db).get(0).silentOn(ProcurementGiven.today())).isFalse();
    }

    @Test
    void each_delivery_is_asked_about_by_itself_and_follows_its_paper(Db db) {
        given.receive(order, "2", null, "C");
        assertThat(ofOrder(db)).extracting(GoodsCheckQueries.OfOrder::pieces).containsExactly(2L, 1L);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Returns.class).correct(order, db.number("SELECT min(id) FROM delivery"), new Returns.Correct(given.orderView(order).version(), "L-NEU",
                    ProcurementGiven.today(), "Tippfehler"));
            return null;
        });
        assertThat(view(db, given.admin).no()).endsWith(" / L-NEU");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Returns.class).back(order, new Returns.Back(given.orderView(order).version(), BackKind.EXCHANGED, given.orderView(order).lines().get(0).id(),
                    List.of("C"), null, ProcurementGiven.today(), List.of("C2"), "L-3", "defekt"));
            return null;
        });
        assertThat(ofOrder(db)).as("what came in exchange, too").hasSize(3);
    }

    @Test
    void nobody_answers_for_another_school(Db db) {
        ProcurementGiven other = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, other.admin, () -> db.get(GoodsCheckQueries.class).view(check))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, other.admin, () -> {
            db.get(GoodsChecks.class).confirm(check, new GoodsChecks.Confirm(0, null));
            return null;
        })).isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, auditor, () -> {
            db.get(GoodsChecks.class).confirm(check, new GoodsChecks.Confirm(0, null));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    @Test
    void working_days_pass_over_weekends_and_holidays(Db db) {
        Holidays holidays = db.get(Holidays.class);
        LocalDate friday = LocalDate.of(2026, 11, 27);
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(holidays.worked(friday, 2)).isEqualTo(friday.plusDays(4));
        assertThat(holidays.worked(LocalDate.of(2026, 12, 24), 1)).as("Christmas, and a weekend").isEqualTo(LocalDate.of(2026, 12, 28));
        System.setProperty(CheckAsking.SETTING, "5");
        try {
            given.receive(order, "2", null, "C");
            assertThat(ofOrder(db).get(1).dueOn()).isEqualTo(holidays.worked(ProcurementGiven.today(), 5));
        } finally {
            System.clearProperty(CheckAsking.SETTING);
        }
    }

    private GoodsCheckQueries.View view(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(GoodsCheckQueries.class).view(check));
    }

    private List<GoodsCheckQueries.OfOrder> ofOrder(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(GoodsCheckQueries.class).ofOrder(order));
    }

    private long silent(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(GoodsCheckList.class).page(ListView.all().with("silent", true))).total();
    }

    private static GoodsChecks.Lack lack(Long line, int missing, int broken) {
        return new GoodsChecks.Lack(line, missing, broken, null);
    }

    private void confirm(Db db, Integer seen, String note) {
        SchoolGiven.as(db, given.admin, () -> {
            db.get(GoodsChecks.class).confirm(check, new GoodsChecks.Confirm(seen, note));
            return null;
        });
    }

    private void report(Db db, String note, GoodsChecks.Lack... lines) {
        Integer seen = view(db, given.admin).version();
        SchoolGiven.as(db, given.admin, () -> {
            db.get(GoodsChecks.class).report(check, new GoodsChecks.Report(seen, List.of(lines), note));
            return null;
        });
    }

    private static long told(Db db, String login, String kind) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50)).stream().filter(n -> n.kind().equals(kind)).count();
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
