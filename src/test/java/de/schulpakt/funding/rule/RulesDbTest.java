package de.schulpakt.funding.rule;

import static de.schulpakt.funding.rule.RuleAnswer.BROKEN;
import static de.schulpakt.funding.rule.RuleAnswer.HOLDS;
import static de.schulpakt.funding.rule.RuleAnswer.NOT_APPLICABLE;
import static de.schulpakt.funding.rule.RuleAnswer.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule of the field by its number: what it answers of an award with devices, and what breaks it. */
@DbTest
class RulesDbTest {
    private Long application;
    private Long programme;
    private Long order;
    private Long request;
    private Long device;
    private ProcurementGiven given;

    @BeforeEach
    void an_award_with_two_tablets(Db db) {
        given = ProcurementGiven.school(db, "Regelschule");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        application = db.number("select max(id) from application");
        programme = db.number("select max(id) from programme");
        Long item = given.tablet(40_000);
        request = given.approved(item, 2);
        order = given.order(request);
        given.receive(order, "LS-1", 40_000L, "R-1", "R-2");
        device = db.number("select max(id) from device");
    }

    @Test
    void all_thirty_five_answer_in_their_order(Db db) {
        Map<FieldRule, RuleAnswer> now = now(db);
        assertThat(now.keySet()).containsExactly(FieldRule.values());
        assertThat(now).containsAllEntriesOf(Map.of(FieldRule.R01, OPEN, FieldRule.R02, HOLDS, FieldRule.R03, HOLDS, FieldRule.R04, HOLDS, FieldRule.R05, NOT_APPLICABLE,
                FieldRule.R06, HOLDS, FieldRule.R07, BROKEN, FieldRule.R08, BROKEN, FieldRule.R09, HOLDS, FieldRule.R10, OPEN));
        assertThat(now).containsAllEntriesOf(Map.of(FieldRule.R11, OPEN, FieldRule.R12, OPEN, FieldRule.R13, NOT_APPLICABLE, FieldRule.R14, NOT_APPLICABLE, FieldRule.R15, NOT_APPLICABLE,
                FieldRule.R16, NOT_APPLICABLE, FieldRule.R17, BROKEN, FieldRule.R18, NOT_APPLICABLE, FieldRule.R19, BROKEN, FieldRule.R20, HOLDS));
        assertThat(now).containsAllEntriesOf(Map.of(FieldRule.R21, NOT_APPLICABLE, FieldRule.R22, HOLDS, FieldRule.R23, NOT_APPLICABLE, FieldRule.R24, NOT_APPLICABLE,
                FieldRule.R25, NOT_APPLICABLE, FieldRule.R26, NOT_APPLICABLE, FieldRule.R27, HOLDS, FieldRule.R28, NOT_APPLICABLE, FieldRule.R29, OPEN, FieldRule.R30, HOLDS));
        assertThat(now).containsAllEntriesOf(Map.of(FieldRule.R31, BROKEN, FieldRule.R33, NOT_APPLICABLE, FieldRule.R34, OPEN, FieldRule.R35, BROKEN));
    }

    @Test
    void what_the_steps_check_is_told_as_they_check_it(Db db) {
        db.sql("update funding_position set measure_from_on = '2019-01-01', measure_to_on = '2019-02-01'");
        is(db, FieldRule.R01, BROKEN);
        db.sql("update funding_position set measure_from_on = '2026-01-01', measure_to_on = '2099-02-01'");
        is(db, FieldRule.R01, HOLDS);
        is(db, FieldRule.R02, BROKEN);
        db.sql("update funding_position set measure_to_on = '2026-02-01'");
        is(db, FieldRule.R02, HOLDS);
        db.sql("update programme_ceiling set ceiling_cents = 100");
        is(db, FieldRule.R03, BROKEN);
        db.sql("update application set submitted_on = ?", ProcurementGiven.today().minusDays(2));
        FundingGiven.rule(db, programme, RuleKind.OWN_SHARE_BP, null, "2000", ProcurementGiven.today().minusDays(1));
        is(db, FieldRule.R04, HOLDS);
        db.sql("update programme_rule set value = '1500' where kind = 'OWN_SHARE_BP'");
        is(db, FieldRule.R04, BROKEN);
        db.sql("update programme_rule set value = 'NO' where kind = 'CATEGORY_ALLOWED'");
        is(db, FieldRule.R09, BROKEN);
        rule(db, RuleKind.MOBILE_CAP_CENTS, "100");
        is(db, FieldRule.R11, BROKEN);
        rule(db, RuleKind.ACCOMPANYING_NEEDS_PARENT, "YES");
        is(db, FieldRule.R12, HOLDS);
        db.sql("update funding_position set accompanying = true");
        is(db, FieldRule.R12, BROKEN);
        RuleFinding cap = all(db).stream().filter(f -> f.rule() == FieldRule.R11).findFirst().orElseThrow();
        assertThat(cap.kind()).isEqualTo(RuleKind.MOBILE_CAP_CENTS);
        assertThat(cap.value()).isEqualTo("100");
        assertThat(cap.source()).isEqualTo("test");
        assertThat(cap.verified()).isTrue();
    }

    @Test
    void schools_concepts_supplements_and_terms(Db db) {
        db.sql("insert into revision (no, application_id, authority_id, kind, state, reason, created_at, submitted_on, edition)"
                + " select 'V-1', id, authority_id, 'SUPPLEMENT', 'SUBMITTED', 'x', now(6), ?, 2 from application where id = ?", ProcurementGiven.today(), application);
        is(db, FieldRule.R05, OPEN);
        rule(db, RuleKind.SUPPLEMENTS_PER_YEAR, "2");
        is(db, FieldRule.R05, HOLDS);
        db.sql("update programme_rule set value = '0' where kind = 'SUPPLEMENTS_PER_YEAR'");
        is(db, FieldRule.R05, BROKEN);
        db.sql("update funding_position set category = 'ADMINISTRATION'");
        is(db, FieldRule.R13, OPEN);
        db.sql("update application set terms = 'ANBest-K', terms_version = '2019-06' where id = ?", application);
        is(db, FieldRule.R35, HOLDS);
        db.sql("update application set decided_on = '2026-01-15' where id = ?", application);
        is(db, FieldRule.R26, BROKEN);
        db.sql("insert into snapshot (programme_id, authority_id, key_on, allotted_cents, reserved_cents, committed_cents, spent_cents, drawn_cents, taken_by, taken_at)"
                + " values (?, ?, '2026-06-30', 0, 0, 0, 0, 0, 'x', now(6))", programme, given.authority);
        is(db, FieldRule.R26, HOLDS);
        for (String kind : List.of("MEDIA", "SUPPORT")) {
            String signed = kind.equals("SUPPORT") ? "2020-01-01" : null;
            db.sql("insert into school_concept (school_id, kind, edition, title, resolved_on, valid_from, approver, approved_on, school_signed_on, authority_signed_on, recorded_by, recorded_at)"
                    + " values (?, ?, 1, 'x', '2020-01-01', '2020-01-01', 'x', '2020-01-01', ?, ?, 'x', now(6))", given.school, kind, signed, signed);
            db.sql("insert into paper (subject_type, subject_id, kind_id, name, media_type, size, sha256, actor_name, made_at) select 'Concept', max(c.id), (select min(id) from paper_kind), 'x.pdf',"
                    + " 'application/pdf', 1, repeat('0', 64), 'x', now(6) from school_concept c");
        }
        is(db, FieldRule.R07, HOLDS);
        is(db, FieldRule.R08, HOLDS);
        db.sql("delete from history where subject_type = 'Application'");
        is(db, FieldRule.R27, BROKEN);
    }

    @Test
    void devices_and_their_loans(Db db) {
        rule(db, RuleKind.NETWORK_FIRST, "YES");
        is(db, FieldRule.R10, BROKEN);
        db.sql("insert into network_unit (school_id, kind, name, room_id, within_id, live) values (?, 'SWITCH', 'SW', ?, 0, 1)", given.school, given.room);
        is(db, FieldRule.R10, HOLDS);
        db.sql("update device set room_id = ?", given.room);
        is(db, FieldRule.R17, HOLDS);
        db.sql("update device set price_cents = 150000");
        is(db, FieldRule.R18, HOLDS);
        is(db, FieldRule.R22, BROKEN);
        db.sql("update device set binding_end_on = '2099-01-01'");
        is(db, FieldRule.R16, HOLDS);
        db.sql("update device set retired_on = '2026-01-01' where id = ?", device);
        is(db, FieldRule.R16, BROKEN);
        for (String disposal : List.of("NEVER_CAME", "RETURNED")) {
            db.sql("update device set disposal = ? where id = ?", disposal, device);
            is(db, FieldRule.R16, HOLDS);
        }
        db.sql("update device set disposal = 'SOLD' where id = ?", device);
        is(db, FieldRule.R16, BROKEN);
        db.sql("update device set replaces_id = ? where id <> ? limit 1", device, device);
        is(db, FieldRule.R16, HOLDS);
        db.sql("update device set replaces_id = null");
        is(db, FieldRule.R16, BROKEN);
        db.sql("update device set consent = 'ja' where id = ?", device);
        is(db, FieldRule.R16, HOLDS);
        db.sql("insert into stocktake (no, school_id, title, state, expected, opened_at, opened_by, closed_at, closed_by) values ('I-1', ?, 'x', 'CLOSED', 0, now(6), 'x', now(6), 'x')", given.school);
        is(db, FieldRule.R19, HOLDS);
        db.sql("insert into loan (no, school_id, device_id, state, borrower_kind, borrower, signed, condition_out, lent_at, lent_by, due_on)"
                + " values ('L-1', ?, ?, 'LENT', 'PUPIL', 'x', false, 'SOUND', now(6), 'x', '2099-01-01')", given.school, device);
        is(db, FieldRule.R23, BROKEN);
        is(db, FieldRule.R24, OPEN);
        is(db, FieldRule.R25, OPEN);
        db.sql("update loan set signed = true");
        is(db, FieldRule.R23, OPEN);
        db.sql("update loan set guardian = 'y'");
        is(db, FieldRule.R23, HOLDS);
        db.sql("insert into device_identifier (device_id, kind, value, value_key, added_at, added_by) select min(id), 'TAG', 'E-0', 'E0', now(6), 'x' from device");
        assertThat(db.number("select min(id) from device")).isNotEqualTo(device);
        is(db, FieldRule.R25, OPEN);
        db.sql("insert into device_identifier (device_id, kind, value, value_key, added_at, added_by) values (?, 'TAG', 'E-1', 'E1', now(6), 'x')", device);
        is(db, FieldRule.R25, HOLDS);
        db.sql("update loan set state = 'RETURNED', condition_in = 'SOUND', ended_at = '2020-01-01', ended_by = 'x', lent_at = '2019-01-01'");
        is(db, FieldRule.R28, BROKEN);
        db.sql("update loan set erased_on = '2022-01-01'");
        is(db, FieldRule.R28, HOLDS);
    }

    @Test
    void orders_awards_and_invoices(Db db) {
        db.sql("update programme_rule set value = '100' where kind = 'DIRECT_AWARD_LIMIT'");
        is(db, FieldRule.R20, BROKEN);
        db.sql("update programme_rule set withdrawn_at = now(6) where kind = 'DIRECT_AWARD_LIMIT'");
        is(db, FieldRule.R20, OPEN);
        db.sql("insert into award_file (no, authority_id, programme_id, category, state, kind, title, estimate_cents, basis, started_on, created_at)"
                + " values ('A-1', ?, ?, 'MOBILE_DEVICE', 'PREPARED', 'NEGOTIATED', 'x', 1, 'x', ?, now(6))", given.authority, programme, ProcurementGiven.today());
        db.sql("update purchase_order set award_id = (select max(id) from award_file)");
        is(db, FieldRule.R20, HOLDS);
        is(db, FieldRule.R21, OPEN);
        rule(db, RuleKind.AWARD_COMPANIES, "1");
        is(db, FieldRule.R21, BROKEN);
        db.sql("insert into award_bid (award_id, company, state, asked_on) select max(id), 'x', 'ASKED', ? from award_file", ProcurementGiven.today());
        is(db, FieldRule.R21, HOLDS);
        db.sql("insert into paper (subject_type, subject_id, kind_id, name, media_type, size, sha256, actor_name, made_at) select 'Invoice', v.id, (select min(id) from paper_kind), 'r.XML', 'text/xml', 1,"
                + " repeat('0', 64), 'x', now(6) from invoice v");
        is(db, FieldRule.R31, HOLDS);
        db.sql("update invoice set supplied_on = '2020-08-01'");
        is(db, FieldRule.R32, BROKEN);
        is(db, FieldRule.R31, NOT_APPLICABLE);
        db.sql("update invoice set supplied_on = '2026-08-01'");
        is(db, FieldRule.R32, HOLDS);
        db.sql("update invoice_line set supplied_on = null");
        db.sql("update invoice set supplied_on = null");
        is(db, FieldRule.R32, OPEN);
        db.sql("update invoice set discount_bp = 200, discount_ends_on = '2099-01-01', paid_on = ?, state = 'PAID'", ProcurementGiven.today());
        is(db, FieldRule.R33, OPEN);
        db.sql("update invoice set discount_cents = 5");
        is(db, FieldRule.R33, HOLDS);
        db.sql("insert into billing_address (authority_id, leitweg_id) values (?, '07-1')", given.authority);
        is(db, FieldRule.R34, HOLDS);
        db.sql("update funding_position set approved_cents = 5");
        is(db, FieldRule.R30, OPEN);
        rule(db, RuleKind.TOLERANCE_BP, "0");
        is(db, FieldRule.R30, BROKEN);
    }

    @Test
    void drawdowns(Db db) {
        db.sql("insert into drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, created_at, requested_on, reference, received_on, received_cents)"
                + " select 'M-1', id, authority_id, 'RECEIVED', false, 0, 100000000, now(6), ?, 'x', ?, 100000000 from application where id = ?", ProcurementGiven.today(), ProcurementGiven.today(),
                application);
        is(db, FieldRule.R14, OPEN);
        is(db, FieldRule.R15, OPEN);
        rule(db, RuleKind.PAYOUT_MODE, "REIMBURSEMENT");
        is(db, FieldRule.R14, HOLDS);
        db.sql("insert into drawdown_line (drawdown_id, budget_id, eligible_cents, grant_cents) select max(d.id), (select min(id) from budget), 0, 999999999 from drawdown d");
        is(db, FieldRule.R14, BROKEN);
        db.sql("update drawdown_line set grant_cents = 1");
        is(db, FieldRule.R14, HOLDS);
        db.sql("update drawdown set created_at = '2000-01-01 12:00:00'");
        is(db, FieldRule.R14, OPEN);
        db.sql("update drawdown set spend_by_on = ?", ProcurementGiven.today().minusDays(1));
        is(db, FieldRule.R15, BROKEN);
        db.sql("update drawdown set received_cents = 1");
        is(db, FieldRule.R15, HOLDS);
        Long drawdown = db.number("select max(id) from drawdown");
        assertThat(at(db, RuleStage.DRAWDOWN, drawdown)).containsExactly(FieldRule.R10, FieldRule.R11, FieldRule.R14, FieldRule.R15);
    }

    @Test
    void each_thing_shows_the_rules_that_speak_of_it(Db db) {
        Long invoice = db.number("select max(id) from invoice");
        assertThat(at(db, RuleStage.REQUEST, request)).containsExactly(FieldRule.R09, FieldRule.R10, FieldRule.R11);
        assertThat(at(db, RuleStage.ORDER, order)).containsExactly(FieldRule.R09, FieldRule.R20, FieldRule.R21, FieldRule.R34);
        assertThat(at(db, RuleStage.INVOICE, invoice)).containsExactly(FieldRule.R31, FieldRule.R32, FieldRule.R33, FieldRule.R34);
        assertThat(at(db, RuleStage.DEVICE, device)).contains(FieldRule.R16, FieldRule.R17, FieldRule.R22, FieldRule.R25).doesNotContain(FieldRule.R03);
        Long gift = InventoryGiven.device(db, InventoryGiven.tablet(db), given.school, given.room);
        assertThat(at(db, RuleStage.DEVICE, gift)).as("paid by no award").isEmpty();
        SchoolGiven.user(db, "nobody.here", Role.TECHNICIAN, SchoolGiven.authority(db, "Andere"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "nobody.here", () -> db.get(RuleQueries.class).at(RuleStage.DEVICE, device))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_step_relied_on_is_kept_and_compared(Db db) {
        assertThat(db.sql("select step from rule_check where application_id = ? and subject_id is null order by id", application).stream().map(r -> r.get("step")).toList()).containsExactly("SUBMIT", "APPROVE");
        Long check = db.number("select max(id) from rule_check where subject_id is null");
        RuleQueries.View before = SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).view(application, check));
        assertThat(before.whole()).isTrue();
        assertThat(before.compared().step()).isEqualTo("APPROVE");
        assertThat(changed(before)).contains(FieldRule.R22).doesNotContain(FieldRule.R04);
        db.sql("update programme_rule set value = '1500' where kind = 'OWN_SHARE_BP'");
        RuleQueries.View after = SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).view(application, check));
        assertThat(changed(after)).contains(FieldRule.R04);
        assertThat(after.lines()).filteredOn(l -> l.now().rule() == FieldRule.R04).singleElement().satisfies(l -> {
            assertThat(l.then().value()).isEqualTo("1000");
            assertThat(l.now().value()).isEqualTo("1500");
        });
        db.sql("update rule_check set content = replace(content, '1000', '1001')");
        assertThat(SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).view(application, check)).whole()).isFalse();
    }

    @Test
    void what_two_awards_pay_is_asked_by_the_rules_of_both(Db db) {
        Long second = given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long other = db.number("select application_id from budget where id = ?", second);
        FundingGiven.rule(db, programme, RuleKind.NETWORK_FIRST, null, "NO");
        FundingGiven.rule(db, db.number("select max(id) from programme"), RuleKind.NETWORK_FIRST, null, "YES");
        db.sql("insert into device_payer (device_id, budget_id, label, amount_cents) select id, ?, 'x', 1 from device where id = ?", second, device);
        db.sql("insert into order_payer (order_line_id, budget_id, amount_cents) select id, ?, 1 from order_line", second);
        db.sql("insert into request_payer (request_item_id, budget_id, amount_cents) select id, ?, 1 from request_item", second);
        for (var thing : Map.of(RuleStage.REQUEST, request, RuleStage.ORDER, order, RuleStage.INVOICE, db.number("select max(id) from invoice"), RuleStage.DEVICE, device).entrySet()) {
            assertThat(awards(db, thing.getKey(), thing.getValue())).extracting(RuleQueries.OfAward::applicationId).as(thing.getKey().name()).containsExactly(application, other);
        }
        List<RuleQueries.OfAward> asked = awards(db, RuleStage.DEVICE, device);
        assertThat(asked.get(0).findings()).filteredOn(f -> f.rule() == FieldRule.R10).extracting(RuleFinding::answer).containsExactly(NOT_APPLICABLE);
        assertThat(asked.get(1).findings()).filteredOn(f -> f.rule() == FieldRule.R10).extracting(RuleFinding::answer).containsExactly(BROKEN);
    }

    @Test
    void what_approval_order_invoice_and_drawdown_relied_on_is_kept(Db db) {
        Long invoice = db.number("select max(id) from invoice");
        Long drawdown = SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        SchoolGiven.as(db, FundingGiven.OFFICER, () -> {
            db.get(Drawdowns.class).request(drawdown, new Drawdowns.Request((int) db.number("select version from drawdown where id = ?", drawdown), ProcurementGiven.today(), null));
            return null;
        });
        db.checks();
        rule(db, RuleKind.NETWORK_FIRST, "YES");
        assertThat(kept(db, RuleStage.REQUEST, request)).extracting(RuleQueries.Then::step).containsExactly("RequestAction.APPROVE");
        assertThat(kept(db, RuleStage.ORDER, order)).extracting(RuleQueries.Then::step).containsExactly("OrderAction.PLACE");
        assertThat(kept(db, RuleStage.INVOICE, invoice)).extracting(RuleQueries.Then::step).containsExactly("InvoiceAction.BOOK");
        assertThat(kept(db, RuleStage.DRAWDOWN, drawdown)).extracting(RuleQueries.Then::step).containsExactly("DrawdownAction.REQUEST", "DrawdownAction.PROPOSE");
        RuleQueries.Then then = kept(db, RuleStage.DRAWDOWN, drawdown).get(0);
        assertThat(then.whole()).isTrue();
        assertThat(then.applicationId()).isEqualTo(application);
        assertThat(then.findings()).filteredOn(f -> f.rule() == FieldRule.R10).extracting(RuleFinding::answer).as("as it was").containsExactly(OPEN);
        assertThat(awards(db, RuleStage.DRAWDOWN, drawdown).get(0).findings()).filteredOn(f -> f.rule() == FieldRule.R10).extracting(RuleFinding::answer).containsExactly(BROKEN);
        SchoolGiven.user(db, "nobody.else", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Andere"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "nobody.else", () -> db.get(RuleQueries.class).kept(RuleStage.DRAWDOWN, drawdown))).isInstanceOf(NotFound.class);
        db.sql("update rule_check set content = replace(content, 'OPEN', 'HOLDS')");
        assertThat(kept(db, RuleStage.DRAWDOWN, drawdown).get(0).whole()).isFalse();
    }

    private static List<RuleQueries.OfAward> awards(Db db, RuleStage stage, Long id) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).at(stage, id));
    }

    private static List<RuleQueries.Then> kept(Db db, RuleStage stage, Long id) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).kept(stage, id));
    }

    /** What was broken here on purpose is no state that the program knows. */
    @AfterEach
    void nothing_stays(Db db) {
        db.clean();
    }

    private static Set<FieldRule> changed(RuleQueries.View view) {
        return view.lines().stream().filter(RuleQueries.Line::changed).map(l -> l.now().rule()).collect(Collectors.toSet());
    }

    private void rule(Db db, RuleKind kind, String value) {
        FundingGiven.rule(db, programme, kind, null, value);
    }

    private void is(Db db, FieldRule rule, RuleAnswer answer) {
        assertThat(now(db).get(rule)).as(rule.name()).isEqualTo(answer);
    }

    private Map<FieldRule, RuleAnswer> now(Db db) {
        Map<FieldRule, RuleAnswer> now = new EnumMap<>(FieldRule.class);
        all(db).forEach(f -> now.put(f.rule(), f.answer()));
        return now;
    }

    private List<RuleFinding> all(Db db) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).view(application, null)).lines().stream().map(RuleQueries.Line::now).toList();
    }

    private static List<FieldRule> at(Db db, RuleStage stage, Long id) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(RuleQueries.class).at(stage, id)).stream().flatMap(a -> a.findings().stream()).map(RuleFinding::rule).toList();
    }
}
