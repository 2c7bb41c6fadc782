package de.schulpakt.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What nobody has verified warns before the step and refuses nothing; what is verified refuses: for every kind of rule. */
@DbTest
class UnverifiedRulesDbTest {
    /** The value of each kind that would forbid most. */
    private static final Map<RuleKind, String> HARSH = Map.ofEntries(Map.entry(RuleKind.OWN_SHARE_BP, "10000"),
            Map.entry(RuleKind.EARLIEST_START, "2030-01-01"), Map.entry(RuleKind.END, "2025-01-02"),
            Map.entry(RuleKind.CATEGORY_ALLOWED, "NO"), Map.entry(RuleKind.BINDING_YEARS, "30"),
            Map.entry(RuleKind.BINDING_START, "DELIVERY"), Map.entry(RuleKind.BINDING_MODE, "END_OF_CALENDAR_YEAR"),
            Map.entry(RuleKind.MOBILE_CAP_CENTS, "1"), Map.entry(RuleKind.DIRECT_AWARD_LIMIT, "1"),
            Map.entry(RuleKind.REPORT_DAYS, "01-01"), Map.entry(RuleKind.PRICE_TOLERANCE_BP, "10000"),
            Map.entry(RuleKind.TRANSFER_SECOND_CENTS, "0"), Map.entry(RuleKind.REQUEST_SECOND_CENTS, "0"),
            Map.entry(RuleKind.NEGOTIATED_AWARD_LIMIT, "1"), Map.entry(RuleKind.RESTRICTED_AWARD_LIMIT, "1"), Map.entry(RuleKind.EU_AWARD_LIMIT, "1"),
            Map.entry(RuleKind.AWARD_COMPANIES, "99"), Map.entry(RuleKind.AWARD_SECOND_CENTS, "0"),
            Map.entry(RuleKind.ROUNDING, "UP"), Map.entry(RuleKind.APPLY_UNTIL, "2025-01-02"), Map.entry(RuleKind.PAYOUT_MODE, "PLAN"),
            Map.entry(RuleKind.PAYOUT_PLAN, "DECISION=8000,PROOF=2000"), Map.entry(RuleKind.RETAINED_BP, "10000"),
            Map.entry(RuleKind.PAYOUT_BASIS, "PAID"), Map.entry(RuleKind.INTEREST_FREE_CENTS, "1"), Map.entry(RuleKind.MIN_GRANT_CENTS, "10000000000"),
            Map.entry(RuleKind.LUMP_SUM_CENTS, "1"), Map.entry(RuleKind.ADVANCE_DAYS, "0"),
            Map.entry(RuleKind.DRAWS_PER_SCHOOL, "1"), Map.entry(RuleKind.ACCOMPANYING_NEEDS_PARENT, "YES"), Map.entry(RuleKind.SUPPLEMENTS_PER_YEAR, "1"), Map.entry(RuleKind.SPEND_DAYS, "1"), Map.entry(RuleKind.PROOF_MONTHS, "1"),
            Map.entry(RuleKind.TOLERANCE_BP, "0"), Map.entry(RuleKind.KEEP_YEARS, "99"), Map.entry(RuleKind.NETWORK_FIRST, "YES"),
            Map.entry(RuleKind.INTEREST_BP, "10000"), Map.entry(RuleKind.DOCUMENTS, "Medienkonzept je Schule"), Map.entry(RuleKind.PUBLICITY_LINE, "Gefördert"));
    /** Where a verified one of these values is heard, and what it answers. */
    private static final Map<RuleKind, String> REFUSED = Map.of(RuleKind.EARLIEST_START, "decide application.period_outside",
            RuleKind.END, "submit application.programme_over", RuleKind.APPLY_UNTIL, "submit application.too_late", RuleKind.CATEGORY_ALLOWED, "submit application.category_not_allowed",
            RuleKind.MOBILE_CAP_CENTS, "submit application.mobile_cap", RuleKind.MIN_GRANT_CENTS, "submit application.below_min_grant", RuleKind.DIRECT_AWARD_LIMIT, "order order.award_needed", RuleKind.REQUEST_SECOND_CENTS,
            "order request.awaits_second");
    /** Kinds that are asked on the way and so stand as a doubt on a page of it; the others only reckon or remind. */
    private static final Set<RuleKind> SHOWN = Set.of(RuleKind.EARLIEST_START, RuleKind.END, RuleKind.APPLY_UNTIL, RuleKind.CATEGORY_ALLOWED, RuleKind.OWN_SHARE_BP,
            RuleKind.MOBILE_CAP_CENTS, RuleKind.DIRECT_AWARD_LIMIT, RuleKind.PRICE_TOLERANCE_BP, RuleKind.BINDING_YEARS, RuleKind.BINDING_START,
            RuleKind.BINDING_MODE, RuleKind.REQUEST_SECOND_CENTS);
    private int number;

    /** How a road went: each step with {@code ok} or the code of its refusal, and what the pages said before. */
    private record Road(List<String> steps, List<String> said, Long device) {
    }

    @Test
    void an_unverified_rule_of_any_kind_changes_no_answer_and_is_said_before(Db db) {
        Road plain = road(db, "Eichendorff", programme -> { });
        assertThat(plain.steps()).containsExactly("submit ok", "decide ok", "order ok", "receive ok", "dear duty.price", "retire device.bound_until");
        assertThat(plain.said()).isEmpty();
        assertThat(HARSH.keySet()).containsExactlyInAnyOrder(RuleKind.values());
        for (RuleKind kind : RuleKind.values()) {
            Road road = road(db, "Schule " + kind, programme -> unverified(db, programme, kind));
            assertThat(road.steps()).as("an unverified %s", kind).isEqualTo(plain.steps());
            if (SHOWN.contains(kind)) {
                assertThat(road.said()).as("before a step that asks %s", kind).anyMatch(s -> s.contains(Texts.get(Locale.GERMAN, kind)));
            }
        }
    }

    @Test
    void a_verified_rule_refuses(Db db) {
        for (RuleKind kind : RuleKind.values()) {
            Road road = road(db, "Schule " + kind, programme -> FundingGiven.rule(db, programme, kind, null, HARSH.get(kind), FundingGiven.START.plusDays(1)));
            if (REFUSED.containsKey(kind)) {
                assertThat(road.steps()).as(kind.name()).contains(REFUSED.get(kind));
            } else {
                assertThat(road.steps()).as(kind.name()).contains("receive ok");
            }
            assertThat(road.said()).as(kind.name()).isEmpty();
        }
    }

    @Test
    void a_binding_by_an_unverified_rule_warns_until_the_rule_is_verified(Db db) {
        List<Long> programmes = new ArrayList<>();
        Road road = road(db, "Görres-Gymnasium", programme -> {
            programmes.add(programme);
            db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind LIKE 'BINDING%' AND programme_id = ?", programme);
        });
        assertThat(road.steps()).contains("retire ok");
        DeviceQueries.View device = SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(DeviceQueries.class).view(road.device()));
        assertThat(device.bindingVerified()).isFalse();
        assertThat(Timeline.told(device.timeline().get(0), Locale.GERMAN)).contains("Zweckbindung", "geprüft");
        for (Map<String, Object> rule : db.sql("SELECT id, version FROM programme_rule WHERE kind LIKE 'BINDING%' AND programme_id = ?", programmes.get(0))) {
            FundingGiven.deputy(db, () -> {
                db.get(Programmes.class).confirmRule(new Programmes.ConfirmRule(programmes.get(0), ((Number) rule.get("id")).longValue(),
                        ((Number) rule.get("version")).intValue(), "VV", null));
                return null;
            });
        }
        assertThat(SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(DeviceQueries.class).view(road.device())).bindingVerified()).isTrue();
    }

    private interface Rules {
        void set(Long programme);
    }

    private static void unverified(Db db, Long programme, RuleKind kind) {
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programme, kind, null, HARSH.get(kind),
                FundingGiven.START.plusDays(1), "hörensagen", null, false)));
    }

    /** From the application to the end of a device, with a delivery that the orderer books too dear. */
    private Road road(Db db, String school, Rules rules) {
        ProcurementGiven given = ProcurementGiven.school(db, school + " " + ++number);
        Long programme = FundingGiven.programme(db, "Programm " + number);
        rules.set(programme);
        FundingGiven.ceiling(db, programme, given.authority, 10_000_000);
        List<String> said = new ArrayList<>();
        Long application = FundingGiven.application(db, programme, given.authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, given.school), Category.MOBILE_DEVICE, 500_000);
        List<String> went = new ArrayList<>();
        said.addAll(doubts(db, application));
        if (!step(went, "submit", () -> FundingGiven.submit(db, application))) {
            return new Road(went, said, null);
        }
        said.addAll(doubts(db, application));
        if (!step(went, "decide", () -> FundingGiven.approve(db, application))) {
            return new Road(went, said, null);
        }
        Long tablet = given.tablet(39_900);
        Long request = given.approved(tablet, 3);
        said.addAll(SchoolGiven.as(db, given.officer, () -> db.get(BudgetQueries.class).doubts(given.request(request).payFrom().stream().map(Requests.PayFrom::budgetId).toList(),
                Set.of(RuleKind.BINDING_YEARS, RuleKind.BINDING_START, RuleKind.BINDING_MODE, RuleKind.REQUEST_SECOND_CENTS))).stream().map(d -> d.told(Locale.GERMAN)).toList());
        said.addAll(SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).doubts(db.get(OrderQueries.class).openItems(given.supplier)))
                .stream().map(d -> d.told(Locale.GERMAN)).toList());
        Long[] order = new Long[1];
        if (!step(went, "order", () -> order[0] = given.order(request))) {
            return new Road(went, said, null);
        }
        step(went, "receive", () -> given.receive(order[0], "1-" + number, null, "SN-" + number + "-1"));
        step(went, "dear", () -> SchoolGiven.as(db, given.officer, () -> {
            OrderQueries.View seen = given.orderView(order[0]);
            return db.get(Invoices.class).receive(seen.id(), new Invoices.Receive(seen.version(),
                    "L-2-" + number, ProcurementGiven.today(), "R-2-" + number, ProcurementGiven.today(),
                    List.of(new Invoices.Received(seen.lines().get(0).id(), 41_900L, List.of("SN-" + number + "-2")))));
        }));
        Long device = db.number("SELECT id FROM device WHERE serial = ?", "SN-" + number + "-1");
        SchoolGiven.as(db, given.admin, () -> {
            Devices devices = db.get(Devices.class);
            devices.place(device, new Devices.Place(version(db, device), given.room));
            devices.serve(device, new Devices.Serve(version(db, device), null));
            return null;
        });
        step(went, "retire", () -> SchoolGiven.as(db, given.officer, () -> {
            db.get(Devices.class).retire(device, new Devices.Retire(version(db, device), "Verschrottet"));
            return null;
        }));
        return new Road(went, said, device);
    }

    private static List<String> doubts(Db db, Long application) {
        return FundingGiven.deputy(db, () -> db.get(ApplicationQueries.class).doubts(application)).stream().map(d -> d.told(Locale.GERMAN)).toList();
    }

    private static boolean step(List<String> went, String name, Runnable work) {
        try {
            work.run();
            went.add(name + " ok");
            return true;
        } catch (Refused refused) {
            went.add(name + " " + refused.code());
            return false;
        }
    }

    private static Integer version(Db db, Long device) {
        return (int) db.number("SELECT version FROM device WHERE id = ?", device);
    }
}
