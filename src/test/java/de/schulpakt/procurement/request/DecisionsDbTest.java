package de.schulpakt.procurement.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions that are taken back, and approvals that two people take. */
@DbTest
class DecisionsDbTest {
    private ProcurementGiven given;
    private Long budget;
    private Long tablet;
    private Requests requests;

    @BeforeEach
    void aSchoolWithMoney(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        tablet = given.tablet(300_00);
        requests = db.get(Requests.class);
    }

    @AfterEach
    void theLedgerHolds(Db db) {
        db.checks();
    }

    @Test
    void a_rejected_request_is_taken_up_again_and_approved(Db db) {
        Long id = given.submitted(tablet, 2);
        officer(db, () -> requests.reject(id, new Requests.Reject(given.version(id), "kein Bedarf")));
        refused("state.not_allowed", () -> given.approve(id));
        reconsider(db, id, "Konzept ist da");
        RequestQueries.View view = given.request(id);
        assertThat(view.state()).isEqualTo(RequestState.SUBMITTED);
        assertThat(view.answer()).as("the school reads why").isEqualTo("Konzept ist da");
        assertThat(Timeline.told(view.timeline().get(0), Locale.GERMAN)).contains("Konzept ist da");
        assertThat(told(db, "message.request_reconsidered")).isPositive();
        given.approve(id);
        assertThat(given.money(budget)).containsExactly(600_00L, 0L, 0L);
        given.order(id);
        assertThat(given.money(budget)).containsExactly(0L, 600_00L, 0L);
    }

    @Test
    void an_approval_is_taken_back_before_the_order_and_its_money_is_free_for_others(Db db) {
        Long id = given.approved(tablet, 3);
        assertThat(given.money(budget)).containsExactly(900_00L, 0L, 0L);
        reconsider(db, id, "falsche Position");
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        RequestQueries.View view = given.request(id);
        assertThat(view.state()).isEqualTo(RequestState.SUBMITTED);
        assertThat(view.lines()).allSatisfy(l -> assertThat(l.budgetId()).isNull());
        Long other = given.approved(tablet, 1);
        assertThat(given.money(budget)).containsExactly(300_00L, 0L, 0L);
        refused("budget.not_enough", () -> given.approve(id));
        officer(db, () -> requests.cancel(other, new Requests.Cancel(given.version(other), "doch nicht")));
        given.approve(id);
        reconsider(db, id, "noch einmal");
        given.approve(id);
        assertThat(given.money(budget)).as("as often as needed").containsExactly(900_00L, 0L, 0L);
        given.order(id);
    }

    @Test
    void what_was_given_up_is_taken_up_again_but_nothing_that_was_ordered(Db db) {
        Long id = given.approved(tablet, 1);
        officer(db, () -> requests.cancel(id, new Requests.Cancel(given.version(id), "aufgegeben")));
        reconsider(db, id, "doch gebraucht");
        given.approve(id);
        Long order = given.order(id);
        refused("state.not_allowed", () -> reconsider(db, id, "zu spät"));
        officer(db, () -> {
            OrderQueries.View seen = given.orderView(order);
            db.get(Orders.class).cancelRest(order, new Orders.CancelRest(seen.version(), "storniert"));
        });
        assertThat(given.request(id).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(given.request(id).actions()).doesNotContain(RequestAction.RECONSIDER);
        refused("request.reconsider_ordered", () -> reconsider(db, id, "doch"));
    }

    @Test
    void what_the_school_withdrew_it_takes_up_again_and_nobody_else_does(Db db) {
        Long id = given.submitted(tablet, 2);
        as(db, given.admin, () -> requests.withdraw(id, new Requests.Withdraw(given.version(id), "zu früh")));
        officer(db, () -> assertThat(db.get(RequestQueries.class).view(id).actions()).doesNotContain(RequestAction.RESUME));
        assertThatThrownBy(() -> officer(db, () -> requests.resume(id, new Requests.Withdraw(given.version(id), "x")))).isInstanceOf(Forbidden.class);
        as(db, given.admin, () -> {
            requests.resume(id, new Requests.Withdraw(given.version(id), null));
            RequestQueries.View draft = db.get(RequestQueries.class).view(id);
            assertThat(draft.state()).isEqualTo(RequestState.DRAFT);
            assertThat(draft.lines()).extracting(l -> l.quantity()).containsExactly(2);
            requests.submit(id, new Requests.Submit(draft.version(), null));
        });
        given.approve(id);
        assertThat(given.money(budget)).containsExactly(600_00L, 0L, 0L);
    }

    @Test
    void who_may_not_decide_takes_nothing_back_and_who_saw_an_old_version_neither(Db db) {
        Long id = given.approved(tablet, 1);
        assertThatThrownBy(() -> as(db, given.admin, () -> requests.reconsider(id, new Requests.Reconsider(given.version(id), "x")))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(db, given.receiver, () -> requests.reconsider(id, new Requests.Reconsider(0, "x")))).isInstanceOf(Conflict.class);
        assertThat(given.money(budget)).containsExactly(300_00L, 0L, 0L);
    }

    @Test
    void above_the_amount_of_the_rule_a_second_person_confirms_and_the_money_waits_for_nobody_else(Db db) {
        second(db, "50000");
        assertThat(given.request(given.approved(tablet, 1)).state()).isEqualTo(RequestState.APPROVED);
        Long id = given.approved(tablet, 2);
        assertThat(given.request(id).state()).isEqualTo(RequestState.AWAITING_SECOND);
        assertThat(given.money(budget)).as("reserved").containsExactly(900_00L, 0L, 0L);
        assertThat(told(db, "message.request_second")).isPositive();
        Long rival = given.submitted(tablet, 1);
        refused("budget.not_enough", () -> given.approve(rival));
        refused("request.awaits_second", () -> given.order(id));
        as(db, given.officer, () -> {
            RequestQueries queries = db.get(RequestQueries.class);
            assertThat(queries.toConfirm()).isEmpty();
            assertThat(queries.view(id).apart()).containsEntry(RequestAction.CONFIRM, RequestAction.AWAIT_SECOND);
            assertThat(queries.view(id).actions()).containsExactly(RequestAction.RECONSIDER);
        });
        refused("duty.apart", () -> officer(db, () -> confirm(id)));
        assertThatThrownBy(() -> as(db, given.admin, () -> confirm(id))).isInstanceOf(Forbidden.class);
        as(db, given.receiver, () -> {
            assertThat(db.get(RequestQueries.class).toConfirm()).extracting(RequestQueries.Second::id).containsExactly(id);
            assertThat(db.get(RequestQueries.class).toConfirm().get(0).cents()).isEqualTo(600_00L);
            assertThat(db.get(OrderQueries.class).openItems(given.supplier)).as("not to be ordered").hasSize(1);
            confirm(id);
            assertThat(db.get(RequestQueries.class).toConfirm()).isEmpty();
        });
        assertThat(given.request(id).state()).isEqualTo(RequestState.APPROVED);
        given.order(id);
        assertThat(given.money(budget)).containsExactly(300_00L, 600_00L, 0L);
    }

    @Test
    void the_second_person_may_send_it_back_and_the_roles_may_change(Db db) {
        second(db, "50000");
        Long id = given.approved(tablet, 3);
        as(db, given.receiver, () -> requests.reconsider(id, new Requests.Reconsider(given.version(id), "bitte aus Eigenmitteln")));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        assertThat(told(db, "message.request_reconsidered")).as("it was told of no decision").isZero();
        as(db, given.receiver, () -> requests.approve(id, new Requests.Approve(given.version(id), null, null)));
        refused("duty.apart", () -> as(db, given.receiver, () -> confirm(id)));
        officer(db, () -> confirm(id));
        assertThat(given.request(id).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void parts_of_one_request_count_together(Db db) {
        second(db, "50000");
        Long id = given.submitted(tablet, 3);
        Long line = given.request(id).lines().get(0).id();
        assertThat(List.of("1", " 3 ", "4", "0", "x", "", "99999999999")).extracting(given.request(id).lines().get(0)::partCents)
                .as("what the dialog says before anything is decided").containsExactly(300_00L, 900_00L, 0L, 0L, 0L, 0L, 0L);
        Long rest = as(db, given.officer, () -> requests.approvePart(id, new Requests.ApprovePart(given.version(id), List.of(new Requests.Pieces(line, 1)), false,
                "erst eines", null, null)));
        assertThat(given.request(id).state()).as("300 of 500").isEqualTo(RequestState.APPROVED);
        given.approve(rest);
        assertThat(given.request(rest).state()).as("900 in all").isEqualTo(RequestState.AWAITING_SECOND);
        assertThat(given.money(budget)).containsExactly(900_00L, 0L, 0L);
    }

    @Test
    void parts_count_together_in_whatever_order_they_are_decided(Db db) {
        second(db, "50000");
        Long id = given.submitted(tablet, 3);
        Long line = given.request(id).lines().get(0).id();
        Long rest = as(db, given.officer, () -> requests.approvePart(id, new Requests.ApprovePart(given.version(id), List.of(new Requests.Pieces(line, 1)), false,
                "erst eines", null, null)));
        reconsider(db, id, "noch einmal");
        given.approve(rest);
        assertThat(given.request(rest).state()).as("600 of 500").isEqualTo(RequestState.AWAITING_SECOND);
        given.approve(id);
        assertThat(given.request(id).state()).as("900 in all").isEqualTo(RequestState.AWAITING_SECOND);
    }

    @Test
    void without_a_rule_nobody_is_asked_and_an_unverified_one_is_said(Db db) {
        assertThat(given.request(given.approved(tablet, 1)).state()).isEqualTo(RequestState.APPROVED);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programme, RuleKind.REQUEST_SECOND_CENTS, null, "1",
                FundingGiven.START, "Dienstanweisung", null, false)));
        Long id = given.approved(tablet, 1);
        assertThat(given.request(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(Timeline.told(given.request(id).timeline().get(0), Locale.GERMAN)).contains("zweite Person", "Dienstanweisung");
    }

    @Test
    void of_many_who_confirm_and_send_back_at_once_one_wins(Db db) {
        second(db, "0");
        Long id = given.approved(tablet, 3);
        Integer seen = given.version(id);
        List<Throwable> thrown = db.race(8, 16, () -> {
            boolean back = Thread.currentThread().hashCode() % 2 == 0;
            as(db, given.receiver, () -> {
                if (back) {
                    requests.reconsider(id, new Requests.Reconsider(seen, "zurück"));
                } else {
                    requests.confirm(id, new Requests.Confirm(seen, null));
                }
            });
        });
        assertThat(thrown).hasSize(15);
        long reserved = given.request(id).state() == RequestState.APPROVED ? 900_00 : 0;
        assertThat(given.money(budget)).containsExactly(reserved, 0L, 0L);
    }

    private void second(Db db, String cents) {
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", budget), RuleKind.REQUEST_SECOND_CENTS, null, cents);
    }

    private void confirm(Long id) {
        requests.confirm(id, new Requests.Confirm(given.version(id), null));
    }

    private void reconsider(Db db, Long id, String reason) {
        officer(db, () -> requests.reconsider(id, new Requests.Reconsider(given.version(id), reason)));
    }

    private static long told(Db db, String key) {
        return db.number("SELECT count(*) FROM notice WHERE kind = ?", key);
    }

    private void officer(Db db, Runnable work) {
        as(db, given.officer, work);
    }

    private static void as(Db db, String who, Runnable work) {
        SchoolGiven.as(db, who, () -> {
            work.run();
            return null;
        });
    }

    private static <T> T as(Db db, String who, Callable<T> work) {
        return SchoolGiven.as(db, who, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
