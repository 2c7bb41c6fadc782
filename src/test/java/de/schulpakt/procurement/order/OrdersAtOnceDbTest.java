package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request is approved and ordered in one step, and lines come to an order until it is sent. */
@DbTest
class OrdersAtOnceDbTest {
    private ProcurementGiven given;
    private Long budget;
    private Long tablet;

    @BeforeEach
    void aSchoolWithMoney(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        tablet = given.tablet(300_00);
    }

    @AfterEach
    void theLedgerHolds(Db db) {
        db.checks();
    }

    @Test
    void a_request_of_one_supplier_is_approved_and_ordered_in_one_step(Db db) {
        Long request = given.submitted(tablet, 2);
        OrderQueries.AtOnce what = SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).atOnce(request)).orElseThrow();
        assertThat(what.supplierId()).isEqualTo(given.supplier);
        assertThat(what.totalCents()).isEqualTo(600_00L);
        Long order = atOnce(db, request);
        assertThat(given.request(request).state()).isEqualTo(RequestState.ORDERED);
        assertThat(given.money(budget)).containsExactly(0L, 600_00L, 0L);
        assertThat(given.orderView(order).lines()).singleElement().satisfies(l -> assertThat(l.quantity()).isEqualTo(2));
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).atOnce(request))).as("nothing is left to decide").isEmpty();
        assertThatThrownBy(() -> atOnce(db, request)).isInstanceOf(Refused.class);
        assertThat(db.number("select count(*) from purchase_order")).isEqualTo(1);
    }

    @Test
    void above_the_limit_the_file_is_named_in_the_same_step(Db db) {
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", budget), RuleKind.DIRECT_AWARD_LIMIT, null, "40000", FundingGiven.START.plusDays(1));
        Long request = given.submitted(tablet, 2);
        refused("order.award_needed", () -> atOnce(db, request));
        Long order = SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).approveAndPlace(request, new Orders.ApproveAndPlace(
                new Requests.Approve(given.version(request), null, null, null), null, "VG-2026-17", null)));
        assertThat(given.orderView(order).awardReference()).isEqualTo("VG-2026-17");
    }

    @Test
    void both_or_neither(Db db) {
        Long dear = given.submitted(tablet, 4);
        refused("budget.not_enough", () -> atOnce(db, dear));
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        Long request = given.submitted(tablet, 2);
        db.sql("UPDATE catalogue_item SET active = FALSE WHERE id = ?", tablet);
        refused("item.inactive", () -> atOnce(db, request));
        db.sql("UPDATE catalogue_item SET active = TRUE WHERE id = ?", tablet);
        FundingGiven.rule(db, programme, RuleKind.REQUEST_SECOND_CENTS, null, "10000");
        refused("order.second_first", () -> atOnce(db, request));
        assertThat(given.request(request).state()).as("not approved either").isEqualTo(RequestState.SUBMITTED);
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        assertThat(db.number("select count(*) from purchase_order")).isZero();
    }

    @Test
    void articles_of_two_suppliers_are_not_ordered_in_one_step(Db db) {
        Long other = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).createSupplier(new Catalogue.CreateSupplier("Anderer", null)));
        Long theirs = given.tablet(100_00);
        db.sql("UPDATE catalogue_item SET supplier_id = ? WHERE id = ?", other, theirs);
        Long request = given.submit(given.draft(List.of(new Requests.Line(tablet, given.room, 1), new Requests.Line(theirs, given.room, 1))));
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).atOnce(request))).isEmpty();
        refused("order.several_suppliers", () -> atOnce(db, request));
        assertThat(given.request(request).state()).isEqualTo(RequestState.SUBMITTED);
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void lines_come_to_an_order_until_it_is_sent(Db db) {
        Long order = given.order(given.approved(tablet, 1));
        Long more = given.approved(tablet, 2);
        Integer seen = given.orderView(order).version();
        add(db, order, seen, more);
        assertThat(given.orderView(order).lines()).extracting(OrderQueries.View.Line::lineNo).containsExactly(1, 2);
        assertThat(given.orderView(order).totalCents()).isEqualTo(900_00L);
        assertThat(given.money(budget)).containsExactly(0L, 900_00L, 0L);
        assertThat(given.request(more).state()).isEqualTo(RequestState.ORDERED);
        assertThat(given.orderView(order).timeline().get(0).action()).isEqualTo("OrderAction.ADD");
        refused("order.item_not_open", () -> add(db, order, given.orderView(order).version(), more));
        assertThatThrownBy(() -> add(db, order, seen, more)).as("pressed twice").isInstanceOf(Conflict.class);
        db.sql("INSERT INTO order_mail (order_id, recipient, mail_name, sent_by, sent_at) VALUES (?, 'x@example.org', 'm', 'F', now(6))", order);
        Long late = given.approved(given.tablet(50_00), 1);
        refused("order.sent_already", () -> add(db, order, given.orderView(order).version(), late));
        given.receive(order, "1", null, "A");
        refused("state.not_allowed", () -> add(db, order, given.orderView(order).version(), late));
        assertThat(given.request(late).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void the_limit_of_direct_awards_counts_the_order_as_a_whole(Db db) {
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.rule(db, programme, RuleKind.DIRECT_AWARD_LIMIT, null, "40000", FundingGiven.START.plusDays(1));
        Long order = given.order(given.approved(tablet, 1));
        Long more = given.approved(tablet, 1);
        refused("order.award_needed", () -> add(db, order, given.orderView(order).version(), more));
        assertThat(given.orderView(order).lines()).hasSize(1);
        assertThat(given.money(budget)).containsExactly(300_00L, 300_00L, 0L);
    }

    @Test
    void nothing_comes_to_an_order_that_was_delivered_and_sent_back(Db db) {
        Long order = given.order(given.approved(tablet, 1));
        Long more = given.approved(tablet, 1);
        db.sql("INSERT INTO delivery (order_id, delivery_note_no, received_on, created_at) VALUES (?, 'LS-9', current_date, now(6))", order);
        refused("order.delivered_already", () -> add(db, order, given.orderView(order).version(), more));
        db.sql("DELETE FROM delivery WHERE delivery_note_no = 'LS-9'");
    }

    @Test
    void an_order_has_no_more_lines_than_one_sheet_holds(Db db) {
        Long order = given.order(given.approved(given.tablet(100), 1));
        Long cheap = given.tablet(100);
        Long full = given.approve(given.submit(given.draft(Collections.nCopies(Orders.MOST_LINES, new Requests.Line(cheap, given.room, 1)))));
        refused("order.too_many_lines", () -> add(db, order, given.orderView(order).version(), full));
        assertThat(given.money(budget)).containsExactly(200_00L, 1_00L, 0L);
    }

    private Long atOnce(Db db, Long request) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).approveAndPlace(request, new Orders.ApproveAndPlace(
                new Requests.Approve(given.version(request), null, null), null)));
    }

    private void add(Db db, Long order, Integer seen, Long request) {
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).add(order, new Orders.Add(seen, lines, false, "passt dazu"));
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
