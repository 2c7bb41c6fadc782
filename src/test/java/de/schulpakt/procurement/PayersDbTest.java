package de.schulpakt.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Users;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase over several funds and own money, from the request to the device. */
@DbTest
class PayersDbTest {
    private ProcurementGiven given;

    @BeforeEach
    void aSchool(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void the_294_euros_that_are_missing_are_paid_from_own_money(Db db) {
        Long position = given.budget(Category.WLAN, 1_902_00);
        Long own = own(db, 500_00);
        Long request = given.submitted(given.accessPoint(366_00), 6);
        assertThatThrownBy(() -> given.approve(request)).hasMessageContaining("budget.not_enough");
        approve(db, request, null, own);
        assertThat(given.money(position)).containsExactly(1_902_00L, 0L, 0L);
        assertThat(given.money(own)).containsExactly(294_00L, 0L, 0L);
        RequestQueries.View view = given.request(request);
        assertThat(view.lines().get(0).payers()).extracting("budgetId", "cents", "year")
                .containsExactlyInAnyOrder(tuple(position, 1_902_00L, null), tuple(own, 294_00L, String.valueOf(ProcurementGiven.today().getYear())));
        assertThat(view.lines().get(0).budgetId()).isEqualTo(position);

        Long order = given.order(request);
        assertThat(given.money(position)).containsExactly(0L, 1_902_00L, 0L);
        assertThat(given.money(own)).containsExactly(0L, 294_00L, 0L);
        OrderQueries.View ordered = given.orderView(order);
        assertThat(ordered.lines().get(0).payers()).extracting("budgetId", "cents").containsExactly(tuple(position, 1_902_00L), tuple(own, 294_00L));

        given.receive(order, "1", null, "AP1", "AP2", "AP3", "AP4");
        assertThat(given.money(position)).containsExactly(0L, 634_00L, 1_268_00L);
        assertThat(given.money(own)).containsExactly(0L, 98_00L, 196_00L);
        given.receive(order, "2", null, "AP5", "AP6");
        assertThat(given.money(position)).containsExactly(0L, 0L, 1_902_00L);
        assertThat(given.money(own)).containsExactly(0L, 0L, 294_00L);
        Long device = db.number("SELECT max(id) FROM device");
        officer(db, () -> {
            assertThat(db.get(DeviceQueries.class).payers(device)).extracting("budgetId", "cents").containsExactly(tuple(position, 317_00L), tuple(own, 49_00L));
            assertThat(db.get(DeviceQueries.class).view(device).bindingYears()).isEqualTo(5);
            assertThat(db.get(TraceQueries.class).trace(device).postings()).as("the postings of both payers").hasSize(6);
            assertThat(db.get(BudgetQueries.class).postings(own, PageRequest.first()).rows()).filteredOn(p -> !p.source().startsWith("own_money"))
                    .allSatisfy(p -> assertThat(p.cause()).isNotNull());
        });
    }

    @Test
    void one_purchase_over_two_funds_and_own_money_stands_under_the_stricter_rule(Db db) {
        Long first = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        Long second = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        Long own = own(db, 1_000_00);
        db.sql("UPDATE programme_rule SET value = '7' WHERE kind = 'BINDING_YEARS' AND programme_id = (SELECT programme_id FROM budget WHERE id = ?)", second);
        Long request = given.submitted(given.tablet(333_33), 3);
        Long line = given.request(request).lines().get(0).id();
        approve(db, request, List.of(share(line, first, 3333), share(line, second, 3333), share(line, own, 3334)), null);
        assertThat(given.money(first).get(0) + given.money(second).get(0) + given.money(own).get(0)).isEqualTo(999_99);
        Long order = given.order(request);
        given.receive(order, "1", null, "T1", "T2");
        given.receive(order, "2", 340_00L, "T3");
        assertThat(given.money(first).get(2) + given.money(second).get(2) + given.money(own).get(2)).isEqualTo(2 * 333_33 + 340_00);
        assertThat(db.number("SELECT count(*) FROM device WHERE binding_years = 7")).isEqualTo(3);
        assertThat(db.number("SELECT count(*) FROM device_payer")).isEqualTo(9);
    }

    @Test
    void the_limit_of_who_pays_a_line_that_is_added_to_an_order_counts(Db db) {
        Long position = given.budget(Category.MOBILE_DEVICE, 5_000_00);
        Long own = own(db, 1_000_00);
        Long tablet = given.tablet(300_00);
        Long first = given.submitted(tablet, 1);
        approve(db, first, List.of(new Requests.PayFrom(given.request(first).lines().get(0).id(), own)), null);
        Long order = given.order(first);
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", position), RuleKind.DIRECT_AWARD_LIMIT, null, "40000", FundingGiven.START.plusDays(1));
        Long more = given.approved(tablet, 2);
        List<Long> lines = given.request(more).lines().stream().map(RequestQueries.View.Line::id).toList();
        assertThatThrownBy(() -> officer(db, () -> db.get(Orders.class).add(order, new Orders.Add(given.orderView(order).version(), lines, false, "passt dazu"))))
                .hasMessageContaining("order.award_needed");
        assertThat(given.orderView(order).lines()).hasSize(1);
    }

    @Test
    void who_pays_an_approved_request_instead_asks_for_a_second_person_too(Db db) {
        Long position = given.budget(Category.MOBILE_DEVICE, 5_000_00);
        Long own = own(db, 1_000_00);
        Long request = given.submitted(given.tablet(300_00), 2);
        Long line = given.request(request).lines().get(0).id();
        approve(db, request, List.of(new Requests.PayFrom(line, own)), null);
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", position), RuleKind.REQUEST_SECOND_CENTS, null, "50000");
        change(db, request, new Requests.PayFrom(line, position));
        assertThat(given.request(request).state()).isEqualTo(RequestState.AWAITING_SECOND);
        assertThat(given.money(position)).containsExactly(600_00L, 0L, 0L);
    }

    @Test
    void own_money_alone_asks_the_second_person_of_the_programmes_of_its_authority(Db db) {
        Long position = given.budget(Category.MOBILE_DEVICE, 5_000_00);
        Long own = own(db, 2_000_00);
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", position), RuleKind.REQUEST_SECOND_CENTS, Category.MOBILE_DEVICE, "50000");
        Long tablet = given.tablet(300_00);
        Long small = given.submitted(tablet, 1);
        approve(db, small, List.of(new Requests.PayFrom(given.request(small).lines().get(0).id(), own)), null);
        assertThat(given.request(small).state()).isEqualTo(RequestState.APPROVED);
        Long large = given.submitted(tablet, 2);
        approve(db, large, List.of(new Requests.PayFrom(given.request(large).lines().get(0).id(), own)), null);
        assertThat(given.request(large).state()).isEqualTo(RequestState.AWAITING_SECOND);
        assertThat(given.money(own)).containsExactly(900_00L, 0L, 0L);
        Long other = given.submitted(given.accessPoint(600_00), 1);
        approve(db, other, null, own);
        assertThat(given.request(other).state()).as("a rule of another category").isEqualTo(RequestState.APPROVED);
    }

    @Test
    void where_something_is_ordered_no_payer_comes_who_asks_for_a_second_person(Db db) {
        Long position = given.budget(Category.MOBILE_DEVICE, 5_000_00);
        Long own = own(db, 1_000_00);
        Long tablet = given.tablet(300_00);
        Long request = given.submit(given.draft(List.of(new Requests.Line(tablet, given.room, 1), new Requests.Line(tablet, given.room, 1))));
        List<RequestQueries.View.Line> lines = given.request(request).lines();
        approve(db, request, List.of(new Requests.PayFrom(lines.get(0).id(), own), new Requests.PayFrom(lines.get(1).id(), own)), null);
        SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier, List.of(lines.get(0).id()), null, null)));
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", position), RuleKind.REQUEST_SECOND_CENTS, null, "50000");
        assertThatThrownBy(() -> change(db, request, new Requests.PayFrom(lines.get(1).id(), position))).hasMessageContaining("request.payers_second");
        assertThat(given.money(position)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void the_binding_may_depend_on_the_grant_of_the_whole_application(Db db) {
        Long budget = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        db.sql("UPDATE programme_rule SET value = '5,90000=12' WHERE kind = 'BINDING_YEARS' AND programme_id = (SELECT programme_id FROM budget WHERE id = ?)", budget);
        given.receive(given.order(given.approved(given.tablet(100_00), 1)), "1", null, "T1");
        assertThat(db.number("SELECT binding_years FROM device WHERE serial = 'T1'")).as("900.00 of 1,000.00 are grant: not above 900.00").isEqualTo(5);
        db.sql("UPDATE programme_rule SET value = '5,89999=12' WHERE kind = 'BINDING_YEARS' AND programme_id = (SELECT programme_id FROM budget WHERE id = ?)", budget);
        given.receive(given.order(given.approved(given.tablet(100_00), 1)), "2", null, "T2");
        assertThat(db.number("SELECT binding_years FROM device WHERE serial = 'T2'")).isEqualTo(12);
    }

    @Test
    void own_money_alone_pays_what_no_position_pays_and_binds_nothing(Db db) {
        Long own = own(db, 1_000_00);
        Long request = given.submitted(given.tablet(300_00), 2);
        assertThatThrownBy(() -> given.approve(request)).hasMessageContaining("request.no_budget");
        approve(db, request, null, own);
        Long order = given.order(request);
        given.receive(order, "1", null, "T1");
        assertThat(given.orderView(order).lines().get(0).payers()).extracting("budgetId").containsExactly(own);
        officer(db, () -> {
            OrderQueries.View seen = given.orderView(order);
            db.get(Orders.class).cancelRest(order, new Orders.CancelRest(seen.version(), "nicht lieferbar"));
        });
        assertThat(given.money(own)).containsExactly(0L, 0L, 300_00L);
        assertThat(db.number("SELECT count(*) FROM device WHERE binding_years IS NULL")).isEqualTo(1);
    }

    @Test
    void some_lines_or_pieces_are_approved_and_the_rest_stays_open(Db db) {
        Long position = given.budget(Category.WLAN, 1_902_00);
        Long item = given.accessPoint(366_00);
        Long request = given.submit(given.draft(List.of(new Requests.Line(item, given.room, 4), new Requests.Line(item, given.room, 2))));
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        refused("request.part_whole", () -> part(db, request, false, pieces(lines.get(0), 4), pieces(lines.get(1), 2)));
        refused("request.part_nothing", () -> part(db, request, false, pieces(lines.get(0), 0)));
        refused("request.part_more", () -> part(db, request, false, pieces(lines.get(0), 5)));
        Long rest = part(db, request, false, pieces(lines.get(0), 4), pieces(lines.get(1), 1));
        assertThat(given.money(position)).containsExactly(1_830_00L, 0L, 0L);
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(given.request(request).pieces()).isEqualTo(5);
        RequestQueries.View open = given.request(rest);
        assertThat(open.state()).isEqualTo(RequestState.SUBMITTED);
        assertThat(open.pieces()).isEqualTo(1);
        assertThat(open.restOf()).isEqualTo(request);
        assertThat(open.submittedAt()).isEqualTo(given.request(request).submittedAt());
        given.order(request);
        approve(db, rest, null, own(db, 400_00));
        assertThat(given.request(rest).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void the_rest_may_be_refused_at_once_with_the_reason(Db db) {
        given.budget(Category.WLAN, 1_000_00);
        Long item = given.accessPoint(366_00);
        Long request = given.submit(given.draft(List.of(new Requests.Line(item, given.room, 2), new Requests.Line(item, given.room, 1))));
        Long line = given.request(request).lines().get(0).id();
        Long rest = part(db, request, true, pieces(line, 2));
        assertThat(given.request(request).lines()).hasSize(1);
        assertThat(given.request(rest).state()).isEqualTo(RequestState.REJECTED);
        assertThat(given.request(rest).answer()).isEqualTo("Das Geld reicht nicht");
        assertThat(given.request(rest).timeline()).extracting(h -> h.action()).containsExactlyInAnyOrder("RequestAction.REJECT", "RequestAction.SPLIT_OFF");
    }

    @Test
    void whoever_asked_for_the_whole_does_not_approve_the_rest(Db db) {
        given.budget(Category.WLAN, 1_000_00);
        String both = SchoolGiven.user(db, "beides", Role.SCHOOL_ADMIN, null, given.school);
        SchoolGiven.asAdmin(db, () -> {
            db.get(Users.class).grant(db.number("select id from app_user where login = ?", both), new Grant(Role.FUNDING_OFFICER, given.authority, null));
            return null;
        });
        IdentityGiven.confirmRoles(db, both);
        Long request = given.draft(given.accessPoint(366_00), 2);
        as(db, both, () -> db.get(Requests.class).submit(request, new Requests.Submit(given.version(request), null)));
        Long rest = part(db, request, false, pieces(given.request(request).lines().get(0).id(), 1));
        assertThatThrownBy(() -> as(db, both, () -> db.get(Requests.class).approve(rest, new Requests.Approve(given.version(rest), null, null))))
                .hasMessageContaining("duty.apart");
        given.approve(rest);
    }

    @Test
    void payers_are_noted_before_the_decision_and_corrected_after_it(Db db) {
        Long first = given.budget(Category.WLAN, 1_000_00);
        Long second = given.budget(Category.WLAN, 1_000_00);
        Long own = own(db, 1_000_00);
        Long request = given.submitted(given.accessPoint(400_00), 2);
        Long line = given.request(request).lines().get(0).id();
        change(db, request, new Requests.PayFrom(line, second, 500_00L, null), new Requests.PayFrom(line, own));
        assertThat(given.money(second)).as("only noted").containsExactly(0L, 0L, 0L);
        assertThat(given.request(request).payers()).extracting("budgetId", "needCents").containsExactly(tuple(second, 500_00L), tuple(own, 300_00L));
        refused("request.payers_same", () -> change(db, request, new Requests.PayFrom(line, second, 500_00L, null), new Requests.PayFrom(line, own)));
        given.approve(request);
        assertThat(given.money(second)).containsExactly(500_00L, 0L, 0L);
        assertThat(given.money(own)).containsExactly(300_00L, 0L, 0L);

        change(db, request, new Requests.PayFrom(line, first));
        change(db, request, new Requests.PayFrom(line, second, null, 5000), new Requests.PayFrom(line, first));
        assertThat(given.money(first)).containsExactly(400_00L, 0L, 0L);
        assertThat(given.money(second)).containsExactly(400_00L, 0L, 0L);
        assertThat(given.money(own)).containsExactly(0L, 0L, 0L);
        assertThat(db.number("SELECT count(*) FROM posting WHERE kind = 'RELEASE' AND note = 'falsch zugeordnet'")).isEqualTo(3);
        assertThat(given.request(request).timeline().get(0).action()).isEqualTo("RequestAction.CHANGE_PAYERS");

        Long order = given.order(request);
        assertThatThrownBy(() -> change(db, request, new Requests.PayFrom(line, first))).hasMessageContaining("state.not_allowed");
        given.receive(order, "1", null, "A1", "A2");
        assertThat(given.money(first)).containsExactly(0L, 0L, 400_00L);
    }

    @Test
    void what_is_ordered_keeps_its_payers_and_what_does_not_fit_changes_nothing(Db db) {
        Long first = given.budget(Category.WLAN, 1_000_00);
        Long second = given.budget(Category.WLAN, 100_00);
        Long item = given.accessPoint(400_00);
        Long request = given.approve(given.submit(given.draft(List.of(new Requests.Line(item, given.room, 1), new Requests.Line(item, given.room, 1)))));
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        assertThatThrownBy(() -> change(db, request, new Requests.PayFrom(lines.get(0), second))).hasMessageContaining("budget.not_enough");
        assertThat(given.money(first)).containsExactly(800_00L, 0L, 0L);
        officer(db, () -> db.get(Orders.class).place(new Orders.Place(given.supplier, List.of(lines.get(0)), null, null)));
        refused("request.line_closed", () -> change(db, request, new Requests.PayFrom(lines.get(0), first, 399_00L, null), new Requests.PayFrom(lines.get(0), second)));
        change(db, request, new Requests.PayFrom(lines.get(1), first, 399_00L, null), new Requests.PayFrom(lines.get(1), second));
        officer(db, () -> db.get(Requests.class).cancel(request, new Requests.Cancel(given.version(request), "doch nicht")));
        assertThat(given.money(first)).containsExactly(0L, 400_00L, 0L);
        assertThat(given.money(second)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void parts_that_are_not_the_line_are_refused_in_words(Db db) {
        Long position = given.budget(Category.WLAN, 1_000_00);
        Long lan = given.budget(Category.LAN, 1_000_00);
        Long own = own(db, 1_000_00);
        Long foreign = own(db, ProcurementGiven.school(db, "Anderswo"), 1_000_00);
        Long request = given.submitted(given.accessPoint(100_00), 1);
        Long line = given.request(request).lines().get(0).id();
        refused("request.payers_sum", () -> approve(db, request, List.of(amount(line, position, 60_00), amount(line, own, 30_00)), null));
        refused("request.payers_sum", () -> approve(db, request, List.of(new Requests.PayFrom(line, position), new Requests.PayFrom(line, own)), null));
        refused("request.payer_twice", () -> approve(db, request, List.of(amount(line, position, 60_00), new Requests.PayFrom(line, position)), null));
        refused("request.payer_nothing", () -> approve(db, request, List.of(amount(line, position, 100_00), new Requests.PayFrom(line, own)), null));
        refused("request.budget_unfit", () -> approve(db, request, List.of(new Requests.PayFrom(line, lan)), null));
        refused("request.rest_from", () -> approve(db, request, null, position));
        assertThatThrownBy(() -> approve(db, request, null, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> approve(db, request, List.of(new Requests.PayFrom(line, foreign)), null)).isInstanceOf(NotFound.class);
        approve(db, request, List.of(amount(line, position, 60_00), new Requests.PayFrom(line, own)), null);
        assertThat(given.money(own)).containsExactly(40_00L, 0L, 0L);
    }

    @Test
    void of_thirty_two_officers_one_gets_the_last_cent(Db db) {
        Long position = given.budget(Category.WLAN, 1_000_000);
        Long own = own(db, 1);
        Long item = given.accessPoint(100);
        List<Long> requests = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            requests.add(given.submitted(item, 1));
        }
        List<List<Requests.PayFrom>> parts = requests.stream().map(r -> given.request(r).lines().get(0).id())
                .map(line -> List.of(amount(line, own, 1), new Requests.PayFrom(line, position))).toList();
        ConcurrentLinkedQueue<Integer> next = new ConcurrentLinkedQueue<>();
        requests.forEach(r -> next.add(next.size()));
        List<Throwable> lost = db.race(32, 32, () -> {
            int turn = next.remove();
            approve(db, requests.get(turn), parts.get(turn), null);
        });
        assertThat(lost).hasSize(31).allSatisfy(t -> assertThat(t).hasMessageContaining("own_money.not_enough"));
        assertThat(given.money(own)).containsExactly(1L, 0L, 0L);
        assertThat(given.money(position)).containsExactly(99L, 0L, 0L);
    }

    private Long own(Db db, long cents) {
        return own(db, given, cents);
    }

    private static Long own(Db db, ProcurementGiven of, long cents) {
        return SchoolGiven.as(db, of.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(of.authority, ProcurementGiven.today().getYear(),
                "21710.0911" + db.number("SELECT count(*) FROM budget"), "Digitale Ausstattung", cents, "Ratsbeschluss")));
    }

    private static Requests.PayFrom amount(Long line, Long budget, long cents) {
        return new Requests.PayFrom(line, budget, cents, null);
    }

    private static Requests.PayFrom share(Long line, Long budget, int bp) {
        return new Requests.PayFrom(line, budget, null, bp);
    }

    private static Requests.Pieces pieces(Long line, int quantity) {
        return new Requests.Pieces(line, quantity);
    }

    private void approve(Db db, Long request, List<Requests.PayFrom> payFrom, Long restFrom) {
        officer(db, () -> db.get(Requests.class).approve(request, new Requests.Approve(given.version(request), null, payFrom, restFrom)));
    }

    private Long part(Db db, Long request, boolean reject, Requests.Pieces... pieces) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Requests.class).approvePart(request, new Requests.ApprovePart(given.version(request),
                List.of(pieces), reject, "Das Geld reicht nicht", null, null)));
    }

    private void change(Db db, Long request, Requests.PayFrom... payFrom) {
        officer(db, () -> db.get(Requests.class).changePayers(request, new Requests.ChangePayers(given.version(request), List.of(payFrom), "falsch zugeordnet")));
    }

    private void officer(Db db, ThrowingCallable work) {
        as(db, given.officer, work);
    }

    private static void as(Db db, String login, ThrowingCallable work) {
        SchoolGiven.as(db, login, () -> {
            try {
                work.call();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
