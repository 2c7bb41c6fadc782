package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.rule.FieldRule;
import de.schulpakt.funding.rule.RuleAnswer;
import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules say of each device, each part of a plan and each piece when money is drawn. */
@DbTest
class DrawdownRulesDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private Db db;
    private ProcurementGiven given;
    private Long programme;
    private Long application;
    private Long mobile;
    private Long lan;

    @BeforeEach
    void anAwardForTabletsAndSockets(Db database) {
        db = database;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        programme = FundingGiven.programme(db, "DP");
        FundingGiven.ceiling(db, programme, given.authority, 100_000_00);
        application = decided();
        mobile = budget(application, Category.MOBILE_DEVICE);
        lan = budget(application, Category.LAN);
    }

    @Test
    void each_device_is_asked_for_the_network_of_its_room_and_without_one_of_its_school() {
        given.receive(given.order(given.approved(given.tablet(200_00), 2)), "1", null, "T1", "T2");
        FundingGiven.rule(db, programme, RuleKind.NETWORK_FIRST, Category.MOBILE_DEVICE, "YES");
        Long other = SchoolGiven.room(db, given.school, "205");
        unit(other);
        assertThat(offer().open().get(0).taken()).as("nobody knows their rooms, and the school has a network").isTrue();
        db.sql("UPDATE device SET room_id = ? WHERE serial = 'T2'", given.room);
        DrawdownQueries.OpenLine line = offer().open().get(0);
        assertThat(line.forbidden()).isTrue();
        assertThat(line.reasons()).singleElement().satisfies(r -> {
            assertThat(r.key()).isEqualTo("drawdown.no_network_room");
            assertThat(r.values().subList(2, 4)).as("one of two devices").extracting(String::valueOf).containsExactly("1", "2");
        });
        refused("drawdown.no_network_room", () -> propose(Set.of(line.postingId())));
        db.sql("UPDATE device SET room_id = ? WHERE serial = 'T2'", other);
        Long drawn = propose(null);
        assertThat(view(drawn).lines().get(0).doubts()).isEmpty();
        assertThat(answer(drawn, FieldRule.R10)).isEqualTo(RuleAnswer.HOLDS);
        db.sql("UPDATE device SET room_id = ? WHERE serial = 'T1'", given.room);
        assertThat(answer(drawn, FieldRule.R10)).as("told afterwards, by the room").isEqualTo(RuleAnswer.BROKEN);
        db.clean();
    }

    @Test
    void a_part_of_a_plan_is_held_back_by_a_confirmed_rule_and_comes_later_to_nobody_else() {
        plan();
        FundingGiven.rule(db, programme, RuleKind.NETWORK_FIRST, Category.MOBILE_DEVICE, "YES");
        assertThat(offer().parts()).extracting(DrawdownQueries.PlanPart::category, DrawdownQueries.PlanPart::taken)
                .containsExactlyInAnyOrder(tuple(Category.MOBILE_DEVICE, false), tuple(Category.LAN, true));
        Long first = propose(null);
        assertThat(view(first).lines()).singleElement().satisfies(l -> {
            assertThat(l.budgetId()).isEqualTo(lan);
            assertThat(l.grantCents()).as("80 % of 90 % of 1,000").isEqualTo(720_00);
        });
        assertThat(view(first).timeline().get(0).facts()).extracting(f -> f.key()).contains("said.drawdown_held");
        refused("drawdown.no_network", () -> propose(null));
        unit(given.room);
        assertThat(view(propose(null)).lines()).singleElement().satisfies(l -> {
            assertThat(l.budgetId()).isEqualTo(mobile);
            assertThat(l.grantCents()).isEqualTo(720_00);
        });
        refused("drawdown.nothing", () -> propose(null));
        db.checks();
    }

    @Test
    void a_part_of_a_plan_is_warned_of_by_others_and_the_warning_stays_with_it() {
        plan();
        given.receive(given.order(given.approved(given.tablet(200_00), 1)), "1", null, "T1");
        db.sql("UPDATE invoice SET due_on = ?", TODAY.plusDays(30));
        db.sql("UPDATE device SET room_id = ?", given.room);
        FundingGiven.rule(db, programme, RuleKind.NETWORK_FIRST, Category.MOBILE_DEVICE, "YES");
        FundingGiven.rule(db, programme, RuleKind.ADVANCE_DAYS, null, "29");
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, Category.MOBILE_DEVICE, "79999");
        assertThat(part(Category.MOBILE_DEVICE).reasons()).extracting(r -> r.key()).containsExactly("drawdown.part_not_due", "drawdown.no_network_room", "drawdown.mobile_cap");
        assertThat(part(Category.LAN).reasons()).as("nothing was bought there").isEmpty();
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind IN ('NETWORK_FIRST', 'ADVANCE_DAYS', 'MOBILE_CAP_CENTS')");
        Long drawn = propose(null);
        assertThat(view(drawn).grantCents()).isEqualTo(1_440_00);
        assertThat(view(drawn).lines()).filteredOn(l -> l.budgetId().equals(mobile)).singleElement().satisfies(l -> assertThat(l.doubts()).extracting(d -> d.key())
                .containsExactly("drawdown.part_not_due", "drawdown.no_network_room", "drawdown.mobile_cap"));
        assertThat(answer(drawn, FieldRule.R10)).isEqualTo(RuleAnswer.BROKEN);
        assertThat(answer(drawn, FieldRule.R11)).as("800 of expenditure stand behind 720 of grant").isEqualTo(RuleAnswer.BROKEN);
        db.sql("UPDATE programme_rule SET value = '80000' WHERE kind = 'MOBILE_CAP_CENTS'");
        assertThat(answer(drawn, FieldRule.R11)).isEqualTo(RuleAnswer.HOLDS);
        db.clean();
    }

    @Test
    void a_piece_brings_no_more_than_its_lump_sum() {
        given.receive(given.order(given.approved(given.tablet(200_00), 2)), "1", null, "T1", "T2");
        FundingGiven.rule(db, programme, RuleKind.LUMP_SUM_CENTS, Category.MOBILE_DEVICE, "19999");
        DrawdownQueries.OpenLine line = offer().open().get(0);
        assertThat(line.taken()).isFalse();
        assertThat(line.reasons()).singleElement().satisfies(r -> assertThat(r.key()).isEqualTo("drawdown.over_lump_sum"));
        refused("drawdown.over_lump_sum", () -> propose(Set.of(line.postingId())));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'LUMP_SUM_CENTS'");
        Long warned = propose(null);
        assertThat(view(warned).lines().get(0).doubts()).extracting(d -> d.key()).containsExactly("drawdown.over_lump_sum");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Drawdowns.class).cancel(warned, new Drawdowns.Cancel((int) db.number("SELECT version FROM drawdown WHERE id = ?", warned), "x"));
            return null;
        });
        db.sql("UPDATE programme_rule SET verified = TRUE, value = '20000' WHERE kind = 'LUMP_SUM_CENTS'");
        assertThat(view(propose(null)).lines().get(0).doubts()).as("to the cent").isEmpty();
        db.checks();
    }

    @Test
    void by_the_plan_the_pieces_that_a_position_has_bought_are_held_to_the_lump_sum() {
        plan();
        given.receive(given.order(given.approved(given.tablet(200_00), 2)), "1", null, "T1", "T2");
        FundingGiven.rule(db, programme, RuleKind.LUMP_SUM_CENTS, Category.MOBILE_DEVICE, "19999");
        assertThat(part(Category.MOBILE_DEVICE).reasons()).extracting(r -> r.key()).containsExactly("drawdown.over_lump_sum");
        assertThat(part(Category.MOBILE_DEVICE).taken()).isFalse();
        assertThat(part(Category.LAN).taken()).isTrue();
    }

    @Test
    void of_two_applications_drawn_at_once_the_second_sees_what_the_first_drew_for_mobile_devices() {
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, Category.MOBILE_DEVICE, "80000");
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'MOBILE_CAP_CENTS'");
        Long second = decided();
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'MOBILE_CAP_CENTS'");
        Long tablet = given.tablet(600_00);
        given.receive(given.order(given.approved(tablet, 1)), "1", null, "T1");
        given.receive(given.order(given.approved(tablet, 1)), "2", null, "T2");
        assertThat(db.number("SELECT count(DISTINCT b.application_id) FROM posting p JOIN budget b ON b.id = p.budget_id WHERE p.kind = 'SPEND'")).isEqualTo(2);
        for (int round = 0; round < 5; round++) {
            AtomicInteger turn = new AtomicInteger();
            List<Throwable> thrown = db.race(2, 2, () -> {
                Long mine = turn.getAndIncrement() == 0 ? application : second;
                SchoolGiven.as(db, given.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(mine, null)));
            });
            assertThat(thrown).singleElement().satisfies(t -> assertThat(t).hasStackTraceContaining("drawdown.nothing"));
            assertThat(db.number("SELECT SUM(eligible_cents) FROM drawdown_line WHERE live = 1")).as("never above the bound").isEqualTo(600_00);
            Long drawn = db.number("SELECT max(id) FROM drawdown");
            SchoolGiven.as(db, given.officer, () -> {
                db.get(Drawdowns.class).cancel(drawn, new Drawdowns.Cancel((int) db.number("SELECT version FROM drawdown WHERE id = ?", drawn), "noch einmal"));
                return null;
            });
        }
        db.checks();
    }

    private Long decided() {
        Long draft = FundingGiven.application(db, programme, given.authority);
        Long annex = FundingGiven.annex(db, draft, given.school);
        FundingGiven.position(db, draft, annex, Category.MOBILE_DEVICE, 1_000_00);
        FundingGiven.position(db, draft, annex, Category.LAN, 1_000_00);
        FundingGiven.submit(db, draft);
        FundingGiven.approve(db, draft);
        return draft;
    }

    private void plan() {
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "PLAN");
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_PLAN, null, "DECISION=8000,PROOF=2000");
    }

    private Long budget(Long of, Category category) {
        return db.number("SELECT id FROM budget WHERE application_id = ? AND category = ?", of, category.name());
    }

    private void unit(Long room) {
        db.sql("INSERT INTO network_unit (school_id, kind, name, room_id, within_id, live) VALUES (?, 'SWITCH', ?, ?, 0, 1)", given.school, "SW-" + room, room);
    }

    private DrawdownQueries.Offer offer() {
        return SchoolGiven.as(db, given.officer, () -> db.get(DrawdownQueries.class).offer(application, false));
    }

    private DrawdownQueries.PlanPart part(Category category) {
        return offer().parts().stream().filter(p -> p.category() == category).findFirst().orElseThrow();
    }

    private Long propose(Set<Long> postings) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null, postings == null ? null : new HashSet<>(postings))));
    }

    private DrawdownQueries.View view(Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DrawdownQueries.class).view(id));
    }

    private RuleAnswer answer(Long drawdown, FieldRule rule) {
        return SchoolGiven.as(db, given.officer, () -> db.get(RuleQueries.class).at(RuleStage.DRAWDOWN, drawdown)).stream().flatMap(a -> a.findings().stream()).filter(f -> f.rule() == rule).findFirst().orElseThrow()
                .answer();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
