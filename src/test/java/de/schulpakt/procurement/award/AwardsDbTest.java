package de.schulpakt.procurement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.catalogue.Contracts;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An award file says who was asked, who offered what, who was chosen and who has decided; orders follow it, and it can be taken back. */
@DbTest
class AwardsDbTest {
    private static final LocalDate DAY = ProcurementGiven.today();
    private Db db;
    private ProcurementGiven given;
    private Long programme;

    @BeforeEach
    void aSchoolWithMoney(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 90_000_00);
        programme = db.number("SELECT max(id) FROM programme");
    }

    @AfterEach
    void theInvariantsHold() {
        db.checks();
    }

    @Test
    void three_are_asked_one_is_chosen_with_a_reason_and_ordered_from() {
        FundingGiven.rule(db, programme, RuleKind.NEGOTIATED_AWARD_LIMIT, null, "10000000", DAY.minusDays(9));
        FundingGiven.rule(db, programme, RuleKind.AWARD_COMPANIES, null, "3", DAY.minusDays(9));
        Long file = open(AwardKind.NEGOTIATED, 15_000_00, DAY);
        Long bid = offer(file, given.supplier, null, 14_000_00L);
        offer(file, null, "Netzbau GmbH", 13_500_00L);
        refused(() -> propose(given.officer, file, bid), "award.companies");
        Long last = ask(file, null, "Funk eG");
        answer(file, last, BidState.DECLINED, null, null);
        propose(given.officer, file, bid);
        assertThat(view(file).timeline().get(0).toString()).contains("award.not_cheapest");
        Long request = given.approved(given.accessPoint(500_00), 25);
        refused(() -> order(request, file), "award.not_decided");
        decide(given.officer, file);
        Long order = order(request, file);
        OrderQueries.View placed = given.orderView(order);
        assertThat(placed.awardId()).isEqualTo(file);
        assertThat(placed.awardReference()).isEqualTo(view(file).no());
        assertThat(view(file).orders()).extracting(AwardQueries.Order::netCents).containsExactly(placed.netCents());
        byte[] printed = SchoolGiven.as(db, given.officer, () -> db.get(PrintQueries.class).print("award-note", file, null, Locale.GERMANY)).bytes();
        PdfCheck.conforms(printed);
        String note = PdfCheck.text(printed);
        assertThat(note).contains("Vergabevermerk", view(file).no(), "Netzbau GmbH", "13.500,00", "14.000,00", "abgelehnt", "kurze Wege", placed.no());
    }

    @Test
    void too_small_a_procedure_is_refused_by_a_verified_rule_of_the_day_on_which_it_began_and_said_by_another() {
        FundingGiven.rule(db, programme, RuleKind.NEGOTIATED_AWARD_LIMIT, null, "1000000", DAY.minusDays(30));
        FundingGiven.rule(db, programme, RuleKind.NEGOTIATED_AWARD_LIMIT, null, "5000000", DAY.minusDays(3));
        Long before = open(AwardKind.NEGOTIATED, 20_000_00, DAY.minusDays(4));
        Long bid = offer(before, given.supplier, null, 19_000_00L);
        refused(() -> propose(given.officer, before, bid), "award.over_limit");
        assertThat(said(before)).contains("award.over_limit");
        assertThat(view(before).state()).isEqualTo(AwardState.PREPARED);
        change(before, facts(AwardKind.NEGOTIATED, 20_000_00, DAY, null, null));
        propose(given.officer, before, bid);
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'NEGOTIATED_AWARD_LIMIT'");
        Long other = open(AwardKind.NEGOTIATED, 60_000_00, DAY);
        Long second = offer(other, given.supplier, null, 55_000_00L);
        propose(given.officer, other, second);
        assertThat(view(other).timeline().get(0).toString()).contains("award.over_limit", "funding.warns");
        Long own = open(AwardKind.DIRECT, 900_00, DAY);
        Long third = offer(own, given.supplier, null, 950_00L);
        propose(given.officer, own, third);
        Long unknown = SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, new Awards.Facts("Eigenes", AwardKind.DIRECT,
                null, Category.WLAN, 100L, "Katalog", DAY, null, null, null))));
        assertThat(said(unknown)).as("own money alone").contains("award.limit_unknown");
    }

    @Test
    void an_offer_above_the_limit_is_said_although_the_estimate_was_below() {
        Long file = open(AwardKind.DIRECT, 9_900_00, DAY);
        Long bid = offer(file, given.supplier, null, 10_400_00L);
        propose(given.officer, file, bid);
        assertThat(view(file).timeline().get(0).toString()).contains("award.offer_over_limit");
    }

    @Test
    void above_the_amount_of_the_rule_a_second_person_decides() {
        FundingGiven.rule(db, programme, RuleKind.AWARD_SECOND_CENTS, null, "100000", DAY.minusDays(9));
        Long file = open(AwardKind.DIRECT, 2_000_00, DAY);
        Long bid = offer(file, given.supplier, null, 1_900_00L);
        propose(given.officer, file, bid);
        refused(() -> decide(given.officer, file), "duty.apart");
        assertThat(view(file).apart()).containsKey(AwardAction.DECIDE);
        assertThat(view(file).actions()).doesNotContain(AwardAction.DECIDE);
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Awards.class).giveBack(file, new Awards.Reason(view(file).version(), "Begründung fehlt"));
            return null;
        });
        assertThat(view(file)).as("nobody is chosen any longer").extracting(AwardQueries.View::chosen, AwardQueries.View::chosenCents, AwardQueries.View::choiceReason)
                .containsOnlyNulls();
        propose(given.receiver, file, bid);
        decide(given.officer, file);
        assertThat(view(file).state()).isEqualTo(AwardState.DECIDED);
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'AWARD_SECOND_CENTS'");
        Long alone = open(AwardKind.DIRECT, 2_000_00, DAY);
        Long own = offer(alone, given.supplier, null, 1_900_00L);
        propose(given.officer, alone, own);
        decide(given.officer, alone);
        assertThat(view(alone).timeline().get(0).toString()).contains("award.second_advised");
    }

    @Test
    void a_decided_award_is_withdrawn_with_a_reason_but_not_under_an_order() {
        Long file = decided(500_00, 480_00L);
        Long order = order(given.approved(given.accessPoint(100_00), 3), file);
        refused(() -> withdraw(file), "award.ordered");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).cancelRest(order, new Orders.CancelRest(given.orderView(order).version(), "Nicht mehr nötig"));
            return null;
        });
        Integer seen = view(file).version();
        withdraw(file);
        assertThat(view(file).state()).isEqualTo(AwardState.WITHDRAWN);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).withdraw(file, new Awards.Reason(seen, "noch einmal"));
            return null;
        })).as("twice").isInstanceOf(Conflict.class);
        Long request = given.approved(given.accessPoint(100_00), 1);
        refused(() -> order(request, file), "award.not_decided");
    }

    @Test
    void an_order_is_given_its_file_afterwards_and_another_one_with_a_reason() {
        Long order = given.order(given.approved(given.accessPoint(100_00), 3));
        Long first = decided(500_00, 480_00L);
        Long second = decided(500_00, 100_00L);
        name(order, first);
        refused(() -> name(order, first), "order.award_same");
        name(order, second);
        assertThat(given.orderView(order).awardReference()).isEqualTo(view(second).no());
        assertThat(given.orderView(order).timeline().get(0).toString()).as("three pieces cost more than was decided").contains("award.exceeded", view(first).no());
        assertThat(view(first).orders()).isEmpty();
        withdraw(first);
        Long other = open(AwardKind.DIRECT, 500_00, DAY);
        Long unknown = offer(other, null, "Nicht im Katalog GmbH", 400_00L);
        refused(() -> propose(given.officer, other, unknown), "award.supplier_missing");
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Anderswo");
        Long theirs = offer(other, elsewhere.supplier, null, 400_00L);
        propose(given.officer, other, theirs);
        decide(given.officer, other);
        refused(() -> name(order, other), "award.other_supplier");
        assertThatThrownBy(() -> SchoolGiven.as(db, elsewhere.officer, () -> db.get(AwardQueries.class).view(first))).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, elsewhere.officer, () -> db.get(AwardQueries.class).decided(given.supplier))).isEmpty();
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).decided(given.supplier))).extracting(AwardQueries.Option::id).containsExactly(second);
    }

    @Test
    void a_file_of_another_programme_or_kind_stands_for_no_order_and_what_goes_far_beyond_it_needs_its_own() {
        Long nobodys = decided(new Awards.Facts("Eigenes", AwardKind.DIRECT, null, Category.WLAN, 1_00L, "Katalog", DAY, null, null, null), 1_00L);
        Long otherKind = decided(new Awards.Facts("Kabel", AwardKind.DIRECT, programme, Category.LAN, 1_00L, "Katalog", DAY, null, null, null), 1_00L);
        Long small = decided(500_00, 480_00L);
        Long request = given.approved(given.accessPoint(1_000_00), 20);
        refused(() -> order(request, nobodys), "award.other_programme");
        refused(() -> order(request, otherKind), "award.other_programme");
        refused(() -> order(request, small), "award.beyond_limit");
        Long order = order(request, decided(9_000_00, 8_000_00L));
        assertThat(given.orderView(order).timeline().toString()).as("not more beyond than may be ordered without").contains("award.exceeded");
        refused(() -> name(order, nobodys), "award.other_programme");
        refused(() -> name(order, small), "award.beyond_limit");
    }

    @Test
    void a_file_that_was_named_by_mistake_is_taken_off_an_order_unless_the_order_needs_one() {
        Long order = order(given.approved(given.accessPoint(100_00), 3), decided(500_00, 480_00L));
        takeOff(order, null);
        assertThat(given.orderView(order)).extracting(OrderQueries.View::awardId, OrderQueries.View::awardReference).containsOnlyNulls();
        refused(() -> takeOff(order, null), "order.award_none");
        Long large = order(given.approved(given.accessPoint(1_000_00), 20), decided(9_000_00, 8_000_00L));
        refused(() -> takeOff(large, " "), "order.award_needed");
        takeOff(large, "40-12/7");
        assertThat(given.orderView(large)).extracting(OrderQueries.View::awardId, OrderQueries.View::awardReference).containsExactly(null, "40-12/7");
    }

    @Test
    void who_pays_afterwards_must_be_of_a_programme_that_the_file_names_and_without_a_file_the_limit_is_asked_again() {
        Long first = db.number("SELECT max(id) FROM budget");
        Long order = order(given.approved(given.accessPoint(1_000_00), 9), decided(9_000_00, 8_000_00L));
        Long elsewhere = given.budget(Category.WLAN, 90_000_00);
        refused(() -> repay(order, new Orders.PayFrom(elsewhere, null, null)), "award.other_programme");
        assertThat(given.money(elsewhere)).as("nothing has moved").containsExactly(0L, 0L, 0L);
        assertThat(given.money(first)).containsExactly(0L, 9_000_00L, 0L);
        repay(order, new Orders.PayFrom(first, null, 5_000), new Orders.PayFrom(elsewhere, null, 5_000));
        assertThat(given.money(elsewhere)).as("the file names one of those who pay").containsExactly(0L, 4_500_00L, 0L);
        Long bare = given.order(given.approved(given.accessPoint(1_000_00), 9));
        Long strict = given.budget(Category.WLAN, 90_000_00);
        FundingGiven.rule(db, db.number("SELECT max(id) FROM programme"), RuleKind.DIRECT_AWARD_LIMIT, null, "100000", DAY.minusDays(9));
        refused(() -> repay(bare, new Orders.PayFrom(strict, null, null)), "order.award_needed");
        Long less = given.order(given.approved(given.accessPoint(1_000_00), 9));
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).change(less, new Orders.Change(given.orderView(less).version(), null,
                    List.of(new Orders.Less(given.orderView(less).lines().get(0).id(), 8)), "abbestellt", null));
            return null;
        });
        repay(less, new Orders.PayFrom(strict, null, null));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'DIRECT_AWARD_LIMIT' AND value = '100000'");
        repay(bare, new Orders.PayFrom(strict, null, null));
        assertThat(given.orderView(bare).timeline().get(0).toString()).as("what nobody has verified is said").contains("order.award_needed", "funding.warns");
    }

    private void repay(Long order, Orders.PayFrom... from) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).repay(order, new Orders.Repay(given.orderView(order).version(), given.orderView(order).lines().get(0).id(), List.of(from), "falscher Topf"));
            return null;
        });
    }

    private void takeOff(Long order, String reference) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).award(order, new Orders.Award(given.orderView(order).version(), null, "falsche Akte", reference));
            return null;
        });
    }

    @Test
    void the_own_files_are_offered_however_many_others_have() {
        Long own = decided(500_00, 480_00L);
        Long contract = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Contracts.class)
                .create(new Contracts.Create(given.supplier, "RV-8", new Contracts.Facts("WLAN", null, null, null, false))));
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Anderswo");
        for (int i = 0; i <= 100; i++) {
            db.sql("insert into award_file (no, authority_id, state, kind, category, title, estimate_cents, basis, started_on, chosen_cents, choice_reason, contract_id, call_off_no,"
                    + " created_at) values (?, ?, 'DECIDED', 'CALL_OFF', 'WLAN', 'F', 100, 'F', '2026-01-01', 100, 'F', ?, '1', now(6))", "E-X" + i, elsewhere.authority, contract);
        }
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).decided(given.supplier))).extracting(AwardQueries.Option::id).containsExactly(own);
    }

    @Test
    void what_is_called_off_names_its_contract_and_asks_nobody_else() {
        Long contract = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Contracts.class)
                .create(new Contracts.Create(given.supplier, "RV-9", new Contracts.Facts("WLAN", null, null, null, false))));
        Long file = SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, facts(AwardKind.CALL_OFF, 400_00, DAY, contract, null))));
        refused(() -> propose(given.officer, file, null), "award.call_off_missing");
        change(file, facts(AwardKind.CALL_OFF, 400_00, DAY, contract, "Abruf 7"));
        propose(given.officer, file, null);
        decide(given.officer, file);
        assertThat(view(file).chosenCents()).isEqualTo(400_00L);
        assertThat(given.orderView(order(given.approved(given.accessPoint(100_00), 3), file)).awardId()).isEqualTo(file);
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(() -> open(AwardKind.DIRECT, 100_00, DAY.plusYears(9)), "award.day_far");
        Long file = open(AwardKind.DIRECT, 100_00, DAY);
        refused(() -> ask(file, null, " "), "award.company_missing");
        refused(() -> SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).ask(file, new Awards.AskFor(view(file).version(), null, "Morgen GmbH", DAY.plusDays(1)))),
                "award.asked_future");
        Long bid = ask(file, null, "Netzbau GmbH");
        assertThatThrownBy(() -> ask(file, null, "Netzbau GmbH")).hasMessageContaining("award_bid_once");
        refused(() -> answer(file, bid, BidState.OFFERED, null, 100L), "award.offer_incomplete");
        refused(() -> answer(file, bid, BidState.OFFERED, DAY.minusDays(1), 100L), "award.offer_day");
        refused(() -> answer(file, bid, BidState.EXCLUDED, null, null), "award.note_missing");
        refused(() -> propose(given.officer, file, null), "award.no_offer");
        refused(() -> propose(given.officer, file, bid), "award.no_offer");
        Long other = open(AwardKind.DIRECT, 100_00, DAY);
        assertThatThrownBy(() -> answer(other, bid, BidState.SILENT, null, null)).isInstanceOf(NotFound.class);
        Integer seen = view(file).version();
        answer(file, bid, BidState.OFFERED, DAY, 100L);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).ask(file, new Awards.AskFor(seen, null, "Zu spät GmbH", DAY))))
                .isInstanceOf(Conflict.class);
        answer(file, bid, BidState.SILENT, null, null);
        assertThat(view(file).bids()).extracting(AwardQueries.Bid::netCents).containsExactly((Long) null);
        withdraw(file);
        refused(() -> answer(file, bid, BidState.OFFERED, DAY, 100L), "state.not_allowed");
    }

    @Test
    void purchases_of_one_kind_within_a_year_are_said_to_belong_together_perhaps() {
        Long first = open(AwardKind.DIRECT, 6_000_00, DAY.minusMonths(11));
        assertThat(said(first)).doesNotContain("award.split");
        Long second = open(AwardKind.DIRECT, 6_000_00, DAY);
        assertThat(said(second)).contains("award.split");
        withdraw(first);
        assertThat(said(second)).doesNotContain("award.split");
        open(AwardKind.DIRECT, 6_000_00, DAY.minusMonths(13));
        assertThat(said(second)).as("longer ago").doesNotContain("award.split");
    }

    @Test
    void orders_for_one_kind_of_goods_are_looked_at_together_whoever_delivers() {
        given.order(given.approved(given.accessPoint(1_000_00), 8));
        ProcurementGiven other = ProcurementGiven.school(db, "Zweite");
        db.sql("UPDATE school SET authority_id = ? WHERE id = ?", given.authority, other.school);
        db.sql("UPDATE catalogue_item SET supplier_id = ? WHERE id = ?", other.supplier, given.accessPoint(1_000_00));
        Long item = db.number("SELECT max(id) FROM catalogue_item");
        Long request = given.approved(item, 8);
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).doubts(db.get(OrderQueries.class).openItems(other.supplier))).toString())
                .as("before the order").contains("order.split_kind").doesNotContain("order.split,");
        Long order = SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(other.supplier, lines, null, null)));
        assertThat(given.orderView(order).timeline().toString()).contains("order.split_kind");
    }

    @Test
    void the_list_shows_the_files_of_the_authority() {
        Long file = open(AwardKind.DIRECT, 100_00, DAY);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(AwardList.class).page(ListView.all()).rows())).extracting(AwardList.Row::id).containsExactly(file);
    }

    private Long decided(long estimate, Long offer) {
        return decided(facts(AwardKind.DIRECT, estimate, DAY, null, null), offer);
    }

    private Long decided(Awards.Facts facts, Long offer) {
        Long file = SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, facts)));
        Long bid = offer(file, given.supplier, null, offer);
        propose(given.officer, file, bid);
        decide(given.officer, file);
        return file;
    }

    private Awards.Facts facts(AwardKind kind, long estimate, LocalDate day, Long contract, String callOff) {
        return new Awards.Facts("Access Points", kind, programme, Category.WLAN, estimate, "Katalog", day, null, contract, callOff);
    }

    private Long open(AwardKind kind, long estimate, LocalDate day) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, facts(kind, estimate, day, null, null))));
    }

    private void change(Long file, Awards.Facts facts) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).change(file, new Awards.Change(view(file).version(), facts));
            return null;
        });
    }

    private Long ask(Long file, Long supplier, String company) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).ask(file, new Awards.AskFor(view(file).version(), supplier, company, DAY)));
    }

    private void answer(Long file, Long bid, BidState state, LocalDate day, Long cents) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).answer(file, bid, new Awards.Answer(view(file).version(), state, day, cents, null, null));
            return null;
        });
    }

    private Long offer(Long file, Long supplier, String company, Long cents) {
        Long bid = ask(file, supplier, company);
        answer(file, bid, BidState.OFFERED, DAY, cents);
        return bid;
    }

    private void propose(String who, Long file, Long bid) {
        SchoolGiven.as(db, who, () -> {
            db.get(Awards.class).propose(file, new Awards.Propose(view(file).version(), bid, "kurze Wege"));
            return null;
        });
    }

    private void decide(String who, Long file) {
        SchoolGiven.as(db, who, () -> {
            db.get(Awards.class).decide(file, new Awards.Decide(view(file).version(), null));
            return null;
        });
    }

    private void withdraw(Long file) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).withdraw(file, new Awards.Reason(view(file).version(), "Bedarf entfallen"));
            return null;
        });
    }

    private void name(Long order, Long file) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).award(order, new Orders.Award(given.orderView(order).version(), file, "nachgetragen"));
            return null;
        });
    }

    private Long order(Long request, Long file) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier,
                given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList(), null, null, false, file)));
    }

    private AwardQueries.View view(Long file) {
        return SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).view(file));
    }

    private String said(Long file) {
        return view(file).doubts().toString();
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessageContaining(code);
    }
}
