package de.schulpakt.funding.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class TransfersDbTest {
    private ProcurementGiven given;
    private Long programme;
    private Long wlan;
    private Long mobile;
    private Long otherSchool;
    private Long lent;

    @BeforeEach
    void oneDecisionForTwoSchools(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        otherSchool = SchoolGiven.school(db, given.authority, "Eichendorff-Gymnasium");
        programme = FundingGiven.programme(db, "DP");
        FundingGiven.ceiling(db, programme, given.authority, 100_000_00);
        Long application = FundingGiven.application(db, programme, given.authority);
        Long annex = FundingGiven.annex(db, application, given.school);
        FundingGiven.position(db, application, annex, Category.WLAN, 1_000_00);
        FundingGiven.position(db, application, annex, Category.MOBILE_DEVICE, 2_000_00);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, otherSchool), Category.WLAN, 3_000_00);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        wlan = budget(db, given.school, Category.WLAN);
        mobile = budget(db, given.school, Category.MOBILE_DEVICE);
        lent = budget(db, otherSchool, Category.WLAN);
    }

    private static Long budget(Db db, Long school, Category category) {
        return db.number("SELECT id FROM budget WHERE school_id = ? AND category = ?", school, category.name());
    }

    @AfterEach
    void noCentIsLost(Db db) {
        db.checks();
        assertThat(db.number("SELECT SUM(allotted_cents) FROM budget WHERE programme_id = ?", programme)).isEqualTo(6_000_00);
    }

    @Test
    void money_moves_as_a_pair_with_its_reason_and_is_seen_everywhere(Db db) {
        Long id = move(db, mobile, wlan, 150_00, null);
        assertThat(allotted(db, mobile)).isEqualTo(1_850_00);
        assertThat(allotted(db, wlan)).isEqualTo(1_150_00);
        officer(db, () -> {
            TransferQueries.View view = db.get(TransferQueries.class).view(id);
            assertThat(view.state()).isEqualTo(TransferState.BOOKED);
            assertThat(Timeline.told(view.timeline().get(0), Locale.GERMAN)).contains("keine Grenze", "150,00");
            for (Long budget : List.of(mobile, wlan)) {
                BudgetQueries.Line line = db.get(BudgetQueries.class).postings(budget, PageRequest.first()).rows().get(0);
                assertThat(Math.abs(line.amountCents())).isEqualTo(150_00);
                assertThat(line.note()).isEqualTo("Preise gestiegen");
                assertThat(line.cause().no()).isEqualTo(view.no());
                assertThat(db.get(TransferList.class).page(ListView.all().with("budget", budget)).rows()).hasSize(1);
            }
            TraceQueries.Postings behind = db.get(TraceQueries.class).postings(ListView.all().with("budget", wlan).with("kind", Balance.ALLOTTED));
            assertThat(behind.totalCents()).isEqualTo(1_150_00);
            assertThat(behind.page().rows().stream().mapToLong(TraceQueries.Posting::amountCents).sum()).isEqualTo(1_150_00);
            assertThat(db.get(UsageQueries.class).sum(programme, null).allottedCents()).isEqualTo(6_000_00);
            return null;
        });
    }

    @Test
    void a_verified_tolerance_refuses_and_an_unverified_one_warns(Db db) {
        Long rule = FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programme, RuleKind.TOLERANCE_BP, null,
                "2000", FundingGiven.START, "ANBest-K", null, false)));
        Long warned = move(db, mobile, wlan, 200_01, null);
        officer(db, () -> {
            assertThat(Timeline.told(db.get(TransferQueries.class).view(warned).timeline().get(0), Locale.GERMAN)).contains("höchstens 20");
            return null;
        });
        reverse(db, warned);
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE id = ?", rule);
        refused("transfer.tolerance", () -> move(db, mobile, wlan, 200_01, null));
        move(db, mobile, wlan, 200_00, null);
        refused("transfer.tolerance", () -> move(db, lent, wlan, 1, null));
        assertThat(allotted(db, wlan)).isEqualTo(1_200_00);
    }

    @Test
    void a_second_person_confirms_where_a_verified_rule_says_so(Db db) {
        FundingGiven.rule(db, programme, RuleKind.TRANSFER_SECOND_CENTS, null, "10000");
        FundingGiven.deputy(db, () -> null);
        assertThat(state(db, move(db, mobile, wlan, 100_00, null))).isEqualTo(TransferState.BOOKED);
        Long id = move(db, mobile, wlan, 100_01, null);
        assertThat(state(db, id)).isEqualTo(TransferState.PROPOSED);
        assertThat(FundingGiven.waits(db, "message.transfer_proposed")).as("the second person is told").isEqualTo(1);
        assertThat(allotted(db, wlan)).isEqualTo(1_100_00);
        refused("duty.apart", () -> officer(db, () -> book(db, id)));
        as(db, given.receiver, () -> book(db, id));
        assertThat(allotted(db, wlan)).isEqualTo(1_200_01);
        Long wrong = move(db, mobile, wlan, 500_00, null);
        as(db, given.receiver, () -> {
            db.get(Transfers.class).decline(wrong, new Transfers.Decline(version(db, wrong), "nicht nötig"));
            return null;
        });
        assertThat(state(db, wrong)).isEqualTo(TransferState.DECLINED);
        refused("transfer.second", () -> officer(db, () -> db.tx(() -> {
            Transfers transfers = db.get(Transfers.class);
            return transfers.keep(transfers.moveNow(new Transfers.Move(mobile, wlan, 500_00L, null, "eilig"), List.of()), new Ref("Request", 1L, "B-1"));
        })));
    }

    @Test
    void with_an_approval_that_waits_money_is_held_and_booked_by_its_second_person(Db db) {
        FundingGiven.rule(db, programme, RuleKind.REQUEST_SECOND_CENTS, null, "100000");
        FundingGiven.rule(db, programme, RuleKind.TRANSFER_SECOND_CENTS, null, "0");
        Long request = given.submitted(given.accessPoint(1_200_00), 1);
        Long transfer = approveWith(db, request, 200_00);
        assertThat(given.request(request).state()).isEqualTo(RequestState.AWAITING_SECOND);
        assertThat(state(db, transfer)).isEqualTo(TransferState.HELD);
        assertThat(allotted(db, wlan)).as("nobody else spends it meanwhile").isEqualTo(1_200_00);
        assertThat(given.money(wlan)).containsExactly(1_200_00L, 0L, 0L);
        refused("state.not_allowed", () -> reverse(db, transfer));
        as(db, given.receiver, () -> {
            assertThat(db.get(TransferQueries.class).view(transfer).actions()).as("only with the approval").isEmpty();
            db.get(Requests.class).confirm(request, new Requests.Confirm(given.version(request), "gut"));
            return null;
        });
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(state(db, transfer)).isEqualTo(TransferState.BOOKED);
        assertThat(told(db, transfer)).contains(given.request(request).no());
        assertThat(Timeline.told(given.request(request).timeline().get(0), Locale.GERMAN)).contains("200,00", no(db, transfer));
    }

    @Test
    void what_is_held_goes_back_with_the_approval_whatever_is_said(Db db) {
        FundingGiven.rule(db, programme, RuleKind.REQUEST_SECOND_CENTS, null, "100000");
        Long request = given.submitted(given.accessPoint(1_200_00), 1);
        Long transfer = approveWith(db, request, 200_00);
        as(db, given.receiver, () -> {
            db.get(Requests.class).reconsider(request, new Requests.Reconsider(given.version(request), "zu teuer", true));
            return null;
        });
        assertThat(state(db, transfer)).isEqualTo(TransferState.REVERSED);
        assertThat(allotted(db, wlan)).isEqualTo(1_000_00);
        assertThat(allotted(db, mobile)).isEqualTo(2_000_00);
        assertThat(given.money(wlan)).containsExactly(0L, 0L, 0L);
        assertThat(told(db, transfer)).contains("zu teuer", given.request(request).no());
        assertThat(Timeline.told(given.request(request).timeline().get(0), Locale.GERMAN)).contains("zu teuer", "200,00", no(db, transfer));
        assertThat(given.request(request).transfer()).isNull();
        Long again = approveWith(db, request, 200_00);
        assertThat(state(db, again)).as("decided anew, with money of its own").isEqualTo(TransferState.HELD);
    }

    @Test
    void what_was_booked_for_an_approval_goes_back_with_it_or_stays(Db db) {
        Long request = given.submitted(given.accessPoint(1_200_00), 1);
        Long transfer = approveWith(db, request, 200_00);
        assertThat(state(db, transfer)).isEqualTo(TransferState.BOOKED);
        assertThat(given.request(request).transfer().booked()).isTrue();
        reconsider(db, request, null);
        assertThat(state(db, transfer)).isEqualTo(TransferState.REVERSED);
        assertThat(allotted(db, wlan)).isEqualTo(1_000_00);
        Long kept = approveWith(db, request, 200_00);
        reconsider(db, request, true);
        assertThat(state(db, kept)).isEqualTo(TransferState.BOOKED);
        assertThat(allotted(db, wlan)).isEqualTo(1_200_00);
        assertThat(given.request(request).transfer()).as("it is none of the request any more").isNull();
    }

    @Test
    void what_is_used_elsewhere_does_not_go_back_unseen(Db db) {
        Long request = given.submitted(given.accessPoint(1_200_00), 1);
        Long transfer = approveWith(db, request, 200_00);
        Long own = officer(db, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, ProcurementGiven.today().getYear(), "0711", "Schulen",
                2_000_00L, "Haushalt")));
        officer(db, () -> {
            db.get(Requests.class).changePayers(request, new Requests.ChangePayers(given.version(request),
                    List.of(new Requests.PayFrom(given.request(request).lines().get(0).id(), own)), "aus Eigenmitteln"));
            return null;
        });
        given.approved(given.accessPoint(1_100_00), 1);
        refused("transfer.used", () -> reconsider(db, request, false));
        assertThat(given.request(request).state()).as("nothing half").isEqualTo(RequestState.APPROVED);
        assertThat(state(db, transfer)).isEqualTo(TransferState.BOOKED);
        reconsider(db, request, true);
        assertThat(given.request(request).state()).isEqualTo(RequestState.SUBMITTED);
    }

    private Long approveWith(Db db, Long request, long cents) {
        officer(db, () -> {
            db.get(Requests.class).approve(request, new Requests.Approve(given.version(request), null, null, null,
                    new Transfers.Move(mobile, wlan, cents, null, "Preise gestiegen")));
            return null;
        });
        return given.request(request).transfer().id();
    }

    private void reconsider(Db db, Long request, Boolean keep) {
        officer(db, () -> {
            db.get(Requests.class).reconsider(request, new Requests.Reconsider(given.version(request), "neu zu entscheiden", keep));
            return null;
        });
    }

    private String told(Db db, Long transfer) {
        return officer(db, () -> Timeline.told(db.get(TransferQueries.class).view(transfer).timeline().get(0), Locale.GERMAN));
    }

    private String no(Db db, Long transfer) {
        return officer(db, () -> db.get(TransferQueries.class).view(transfer).no());
    }

    @Test
    void a_loan_between_schools_flows_back_in_parts(Db db) {
        Long id = move(db, lent, wlan, 300_00, ProcurementGiven.today().plusMonths(3));
        assertThat(allotted(db, wlan)).isEqualTo(1_300_00);
        back(db, id, 100_00);
        assertThat(state(db, id)).isEqualTo(TransferState.BOOKED);
        refused("transfer.too_much_back", () -> back(db, id, 200_01));
        back(db, id, 200_00);
        assertThat(state(db, id)).isEqualTo(TransferState.RETURNED);
        assertThat(allotted(db, wlan)).isEqualTo(1_000_00);
        assertThat(allotted(db, lent)).isEqualTo(3_000_00);
        refused("transfer.back_on", () -> move(db, lent, wlan, 1, LocalDate.of(2020, 1, 1)));
        Long shift = move(db, lent, wlan, 1, null);
        refused("transfer.no_loan", () -> back(db, shift, 1));
    }

    @Test
    void a_wrong_transfer_is_put_right_unless_its_money_is_used(Db db) {
        Long id = move(db, mobile, wlan, 300_00, null);
        Long request = given.approved(given.accessPoint(1_300_00), 1);
        refused("budget.not_enough", () -> reverse(db, id));
        officer(db, () -> {
            db.get(Requests.class).cancel(request, new Requests.Cancel(given.version(request), "doch nicht"));
            return null;
        });
        reverse(db, id);
        assertThat(state(db, id)).isEqualTo(TransferState.REVERSED);
        assertThat(allotted(db, wlan)).isEqualTo(1_000_00);
        refused("budget.not_enough", () -> move(db, mobile, wlan, 2_000_01, null));
    }

    @Test
    void what_does_not_belong_together_is_refused(Db db) {
        Long foreignDecision = given.budget(Category.LAN, 1_000_00);
        Long own = own(db, "1");
        refused("transfer.same", () -> move(db, wlan, wlan, 1, null));
        refused("transfer.unlike", () -> move(db, own, wlan, 1, null));
        refused("transfer.other_application", () -> move(db, foreignDecision, wlan, 1, null));
        Long otherOwn = own(db, "2");
        move(db, own, otherOwn, 5_00, null);
        assertThat(allotted(db, otherOwn)).isEqualTo(15_00);
        ProcurementGiven foreign = ProcurementGiven.school(db, "Anderswo");
        Long theirs = foreign.budget(Category.WLAN, 1_000_00);
        assertThatThrownBy(() -> move(db, theirs, wlan, 1, null)).isInstanceOf(NotFound.class);
        refused("transfer.other_authority", () -> FundingGiven.officer(db, () -> db.get(Transfers.class).move(new Transfers.Move(theirs, wlan, 1L, null, "x"))));
        assertThatThrownBy(() -> as(db, foreign.officer, () -> db.get(TransferQueries.class).view(1L + db.number("SELECT min(id) FROM transfer") - 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_dead_end_is_left_by_moving_money_and_approving_in_one_step(Db db) {
        Long request = given.submitted(given.accessPoint(647_00), 2);
        assertThatThrownBy(() -> given.approve(request)).hasMessageContaining("budget.not_enough");
        refused("budget.not_enough", () -> approve(db, request, 293_99));
        assertThat(allotted(db, wlan)).as("nothing has moved").isEqualTo(1_000_00);
        approve(db, request, 294_00);
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(given.money(wlan)).containsExactly(1_294_00L, 0L, 0L);
    }

    private void approve(Db db, Long request, long cents) {
        officer(db, () -> {
            db.get(Requests.class).approve(request, new Requests.Approve(given.version(request), null, null, null,
                    new Transfers.Move(mobile, wlan, cents, null, "WLAN geht vor")));
            return null;
        });
    }

    private Long own(Db db, String account) {
        return officer(db, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, ProcurementGiven.today().getYear(), account, "X", 10_00L, "x")));
    }

    private Long move(Db db, Long from, Long to, long cents, LocalDate backOn) {
        return officer(db, () -> db.get(Transfers.class).move(new Transfers.Move(from, to, cents, backOn, "Preise gestiegen")));
    }

    private Object book(Db db, Long id) {
        db.get(Transfers.class).book(id, new Transfers.Confirm(version(db, id), null));
        return null;
    }

    private void back(Db db, Long id, long cents) {
        officer(db, () -> {
            db.get(Transfers.class).giveBack(id, new Transfers.GiveBack(version(db, id), cents, null));
            return null;
        });
    }

    private void reverse(Db db, Long id) {
        officer(db, () -> {
            db.get(Transfers.class).reverse(id, new Transfers.Reverse(version(db, id), "falsche Position"));
            return null;
        });
    }

    private static Integer version(Db db, Long id) {
        return (int) db.number("SELECT version FROM transfer WHERE id = ?", id);
    }

    private TransferState state(Db db, Long id) {
        return officer(db, () -> db.get(TransferQueries.class).view(id)).state();
    }

    private static long allotted(Db db, Long budget) {
        return db.number("SELECT allotted_cents FROM budget WHERE id = ?", budget);
    }

    private <T> T officer(Db db, Callable<T> work) {
        return as(db, given.officer, work);
    }

    private static <T> T as(Db db, String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
