package de.schulpakt.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Money;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class ApplicationsDbTest {
    private Applications applications;
    private Long authority;
    private Long school;
    private Long programme;

    @BeforeEach
    void aProgramme(Db db) {
        applications = db.get(Applications.class);
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void a_decision_opens_a_budget_per_approved_position(Db db) {
        Long id = draft(db, 6_000_00, 2_000_00);
        FundingGiven.submit(db, id);
        ApplicationQueries.View submitted = FundingGiven.view(db, id);
        assertThat(submitted.ownShareBp()).isEqualTo(1000);
        assertThat(submitted.grantCents()).isEqualTo(7_200_00);
        assertThat(submitted.actions()).as("who has applied").contains(ApplicationAction.WITHDRAW)
                .doesNotContain(ApplicationAction.APPROVE, ApplicationAction.APPROVE_PARTLY, ApplicationAction.REJECT);
        assertThat(submitted.apart()).containsEntry(ApplicationAction.APPROVE, ApplicationAction.SUBMIT).hasSize(3);
        ApplicationQueries.View deputys = FundingGiven.deputy(db, () -> db.get(ApplicationQueries.class).view(id));
        assertThat(deputys.actions()).contains(ApplicationAction.APPROVE, ApplicationAction.WITHDRAW);
        assertThat(deputys.apart()).isEmpty();
        SchoolGiven.user(db, "of.the.school", Role.SCHOOL_ADMIN, null, school);
        FundingGiven.approve(db, id);
        ApplicationQueries.View approved = FundingGiven.view(db, id);
        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(approved.approvedCents()).isEqualTo(8_000_00);
        assertThat(positions(approved)).extracting(ApplicationQueries.PositionView::availableCents).containsExactly(6_000_00L, 2_000_00L);
        assertThat(approved.timeline()).extracting(HistoryEntry::action).containsExactly("ApplicationAction.APPROVE",
                "ApplicationAction.SUBMIT", "ApplicationAction.ADD_POSITION", "ApplicationAction.ADD_POSITION",
                "ApplicationAction.ADD_ANNEX", "ApplicationAction.CREATE");
        assertThat(db.number("SELECT count(*) FROM posting WHERE kind = 'ALLOT' AND note = 'ISB-1'")).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM notice WHERE school_id = ? AND kind = 'message.budget_opened'", school)).isEqualTo(1);
    }

    @Test
    void a_decision_with_less_opens_smaller_budgets_and_frees_the_ceiling(Db db) {
        Long id = submitted(db, 6_000_00, 4_000_00);
        decide(db, id, "", 5_000_00, 0);
        ApplicationQueries.View view = FundingGiven.view(db, id);
        assertThat(view.state()).isEqualTo(ApplicationState.PARTLY_APPROVED);
        assertThat(positions(view)).extracting(ApplicationQueries.PositionView::budgetId).last().isNull();
        assertThat(db.number("SELECT sum(allotted_cents) FROM budget")).isEqualTo(5_000_00);
        submitted(db, 5_000_00, 0);
    }

    @Test
    void a_decision_with_nothing_is_a_rejection_and_needs_a_reason(Db db) {
        Long id = submitted(db, 6_000_00, 4_000_00);
        refused("application.reason_missing", () -> decide(db, id, "", 0, 0));
        decide(db, id, "Mittel erschöpft", 0, 0);
        assertThat(FundingGiven.view(db, id).state()).isEqualTo(ApplicationState.REJECTED);
        assertThat(db.number("SELECT count(*) FROM budget")).isZero();
        submitted(db, 10_000_00, 0);
    }

    @Test
    void a_decision_that_cannot_be_right_is_refused(Db db) {
        Long id = submitted(db, 6_000_00, 4_000_00);
        refused("position.approved_too_much", () -> decide(db, id, "", 6_000_01, 0));
        refused("application.decision_incomplete", () -> decide(db, id, "", 6_000_00));
        LocalDate today = db.get(Clock.class).today();
        refused("application.period_outside", () -> decide(db, id, today, FundingGiven.START.minusDays(1), FundingGiven.END));
        refused("application.period_outside", () -> decide(db, id, today, FundingGiven.START, FundingGiven.END.plusDays(1)));
        refused("application.period_missing", () -> decide(db, id, today, null, FundingGiven.END));
        refused("application.period_missing", () -> decide(db, id, today, FundingGiven.END, FundingGiven.START));
        refused("application.decided_in_future", () -> decide(db, id, today.plusDays(1), FundingGiven.START, FundingGiven.END));
        refused("application.decided_before_submitted",
                () -> decide(db, id, today.minusDays(1), FundingGiven.START, FundingGiven.END));
        assertThat(FundingGiven.view(db, id).state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(db.number("SELECT count(*) FROM posting")).isZero();
    }

    @Test
    void the_second_of_two_equal_decisions_is_a_conflict(Db db) {
        Long id = submitted(db, 6_000_00, 4_000_00);
        ApplicationQueries.View seen = FundingGiven.view(db, id);
        List<Throwable> thrown = db.race(2, 2, () -> FundingGiven.deputy(db, () -> {
            applications.decide(id, decision(seen, db.get(Clock.class).today(), FundingGiven.START, FundingGiven.END, "", 1, 1));
            return null;
        }));
        assertThat(thrown).singleElement().isInstanceOf(Conflict.class);
        assertThat(db.number("SELECT count(*) FROM budget")).isEqualTo(2);
    }

    @Test
    void the_grants_of_an_authority_stay_within_its_ceiling_to_the_cent(Db db) {
        submitted(db, 6_000_00, 3_999_99);
        Long fits = draft(db, 2, 0);
        FundingGiven.submit(db, fits);
        Long last = draft(db, 2, 0);
        assertThatThrownBy(() -> FundingGiven.submit(db, last)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("application.over_ceiling");
            // 9,999.99 with an own share of 1,000.00 (rounded up) is a grant of 8,999.99; 0.02 is one of 0.01
            assertThat(r.args()).containsExactly(Money.of(9_000_00), Money.of(9_000_00), Money.of(1), Money.of(1));
        });
    }

    @Test
    void two_that_fit_alone_but_not_together_cannot_both_be_submitted(Db db) {
        List<Long> drafts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            drafts.add(draft(db, 4_000_00, 0));
        }
        AtomicInteger next = new AtomicInteger();
        List<Throwable> thrown = db.race(8, 8, () -> FundingGiven.submit(db, drafts.get(next.getAndIncrement())));
        assertThat(thrown).hasSize(6).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("application.over_ceiling")));
        assertThat(db.number("SELECT count(*) FROM application WHERE state = 'SUBMITTED'")).isEqualTo(2);
    }

    @Test
    void two_whose_mobile_devices_fit_alone_but_not_together_cannot_both_be_submitted(Db db) {
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, null, "10000");
        List<Long> drafts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Long id = FundingGiven.application(db, programme, authority);
            FundingGiven.position(db, id, FundingGiven.annex(db, id, school), Category.MOBILE_DEVICE, 60_00);
            drafts.add(id);
        }
        AtomicInteger next = new AtomicInteger();
        List<Throwable> thrown = db.race(8, 8, () -> FundingGiven.submit(db, drafts.get(next.getAndIncrement())));
        assertThat(thrown).hasSize(7).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("application.mobile_cap")));
    }

    @Test
    void a_value_that_nobody_has_verified_warns_and_refuses_nothing(Db db) {
        db.sql("UPDATE programme_rule SET verified = FALSE");
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, null, "1");
        FundingGiven.rule(db, programme, RuleKind.END, null, "2025-01-02");
        FundingGiven.rule(db, programme, RuleKind.CATEGORY_ALLOWED, Category.MOBILE_DEVICE, "NO");
        db.sql("UPDATE programme_rule SET verified = FALSE");
        db.sql("UPDATE programme_ceiling SET verified = FALSE, ceiling_cents = 1");
        Long id = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, id, FundingGiven.annex(db, id, school), Category.MOBILE_DEVICE, 60_00);
        FundingGiven.submit(db, id);
        assertThat(Timeline.told(FundingGiven.view(db, id).timeline())).flatMap(told -> List.of(told.split("(?<=\\))")))
                .filteredOn(n -> n.contains("nicht geprüft")).hasSize(4);
        FundingGiven.approve(db, id);
        assertThat(FundingGiven.view(db, id).state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(Timeline.told(FundingGiven.view(db, id).timeline())).flatMap(told -> List.of(told.split("(?<=\\))")))
                .filteredOn(n -> n.contains("nicht geprüft")).hasSize(5);
        db.sql("UPDATE programme_ceiling SET ceiling_cents = 10000000");
    }

    @Test
    void a_withdrawn_application_frees_the_ceiling(Db db) {
        Long first = submitted(db, 10_000_00, 0);
        Long second = draft(db, 10_000_00, 0);
        refused("application.over_ceiling", () -> FundingGiven.submit(db, second));
        officer(db, () -> applications.withdraw(first, new Applications.Withdraw(FundingGiven.version(db, first), "doppelt")));
        FundingGiven.submit(db, second);
    }

    @Test
    void what_was_withdrawn_or_rejected_is_in_no_figure_of_the_ceiling(Db db) {
        Long gone = submitted(db, 3_000_00, 0);
        officer(db, () -> applications.withdraw(gone, new Applications.Withdraw(FundingGiven.version(db, gone), "doppelt")));
        decide(db, submitted(db, 6_000_00, 4_000_00), "Mittel erschöpft", 0, 0);
        draft(db, 1_000_00, 0);
        assertThat(figures(db).appliedCents()).isZero();
        Long whole = figures(db).totalCents();
        submitted(db, 2_000_00, 0);
        assertThat(figures(db).appliedCents()).isEqualTo(2_000_00);
        assertThat(figures(db).totalCents()).as("what counts is a part of the same frame").isEqualTo(whole);
    }

    private UsageQueries.Totals figures(Db db) {
        return officer(db, () -> {
            return db.get(UsageQueries.class).totals(programme, authority);
        });
    }

    @Test
    void the_own_share_of_the_day_is_frozen(Db db) {
        Long id = submitted(db, 1_000_00, 0);
        FundingGiven.rule(db, programme, RuleKind.OWN_SHARE_BP, null, "3000", FundingGiven.START.plusYears(1));
        assertThat(FundingGiven.view(db, id).ownShareCents()).isEqualTo(100_00);
        Long later = submitted(db, 1_000_00, 0);
        assertThat(FundingGiven.view(db, later).ownShareCents()).isEqualTo(300_00);
    }

    @Test
    void a_grant_below_the_smallest_and_a_position_above_its_lump_sum_are_not_submitted(Db db) {
        FundingGiven.rule(db, programme, RuleKind.MIN_GRANT_CENTS, null, "90000");
        FundingGiven.rule(db, programme, RuleKind.LUMP_SUM_CENTS, Category.LAN, "20000");
        Long draft = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, draft, school);
        Long position = FundingGiven.position(db, draft, annex, Category.LAN, 999_99);
        refused("application.below_min_grant", () -> FundingGiven.submit(db, draft));
        db.sql("UPDATE funding_position SET applied_cents = 100001, quantity = 5, unit_cents = 20000 WHERE id = ?", position);
        refused("application.over_lump_sum", () -> FundingGiven.submit(db, draft));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'LUMP_SUM_CENTS'");
        assertThat(SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(ApplicationQueries.class).doubts(draft))).extracting(d -> d.key()).contains("application.over_lump_sum");
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'LUMP_SUM_CENTS'");
        db.sql("UPDATE funding_position SET applied_cents = 100000 WHERE id = ?", position);
        FundingGiven.submit(db, draft);
        assertThat(FundingGiven.view(db, draft).state()).as("to the cent").isEqualTo(ApplicationState.SUBMITTED);
        db.clean();
    }

    @Test
    void what_the_programme_does_not_allow_is_not_submitted(Db db) {
        Long empty = FundingGiven.application(db, programme, authority);
        refused("application.no_position", () -> FundingGiven.submit(db, empty));
        FundingGiven.rule(db, programme, RuleKind.CATEGORY_ALLOWED, Category.LAN, "NO");
        Long lan = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, lan, FundingGiven.annex(db, lan, school), Category.LAN, 1_00);
        refused("application.category_not_allowed", () -> FundingGiven.submit(db, lan));
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, null, "50000");
        Long mobile = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, mobile, FundingGiven.annex(db, mobile, school), Category.MOBILE_DEVICE, 500_01);
        refused("application.mobile_cap", () -> FundingGiven.submit(db, mobile));
        Long other = SchoolGiven.authority(db, "Kreis Neuwied");
        Long foreign = FundingGiven.application(db, programme, other);
        FundingGiven.position(db, foreign, FundingGiven.annex(db, foreign, SchoolGiven.school(db, other, "Fern")), Category.WLAN, 1);
        refused("application.no_ceiling", () -> FundingGiven.submit(db, foreign));
    }

    @Test
    void a_draft_can_be_changed_and_what_is_submitted_cannot(Db db) {
        Long id = draft(db, 6_000_00, 2_000_00);
        ApplicationQueries.View view = FundingGiven.view(db, id);
        Long wlan = positions(view).get(0).id();
        Long annex = view.annexes().get(0).id();
        officer(db, () -> applications.changePosition(id, new Applications.ChangePosition(view.version(), wlan, "24 Access Points", 5_000_00L, null)));
        assertThatThrownBy(() -> officer(db, () -> applications.removePosition(id, new Applications.RemovePosition(view.version(), wlan))))
                .isInstanceOf(Conflict.class);
        officer(db, () -> applications.removePosition(id, new Applications.RemovePosition(FundingGiven.version(db, id), wlan)));
        assertThat(FundingGiven.view(db, id).appliedCents()).isEqualTo(2_000_00);
        officer(db, () -> applications.removeAnnex(id, new Applications.RemoveAnnex(FundingGiven.version(db, id), annex)));
        assertThat(FundingGiven.view(db, id).annexes()).isEmpty();
        Long submitted = submitted(db, 1_00, 0);
        Long theirs = positions(FundingGiven.view(db, submitted)).get(0).id();
        refused("state.not_allowed", () -> officer(db, () -> applications.changePosition(submitted,
                new Applications.ChangePosition(FundingGiven.version(db, submitted), theirs, "mehr", 2_00L, null))));
        assertThatThrownBy(() -> officer(db, () -> applications.changePosition(id,
                new Applications.ChangePosition(FundingGiven.version(db, id), theirs, "fremd", 2_00L, null)))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_school_stands_once_in_an_application_and_belongs_to_its_authority(Db db) {
        Long id = FundingGiven.application(db, programme, authority);
        FundingGiven.annex(db, id, school);
        assertThatThrownBy(() -> FundingGiven.annex(db, id, school)).hasStackTraceContaining("annex_school_once");
        Long foreign = SchoolGiven.school(db, SchoolGiven.authority(db, "Kreis Neuwied"), "Fern");
        assertThatThrownBy(() -> FundingGiven.annex(db, id, foreign)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_media_concept_may_come_later(Db db) {
        LocalDate today = db.get(Clock.class).today();
        Long id = FundingGiven.application(db, programme, authority);
        Long annex = officer(db, () -> applications.addAnnex(id, new Applications.AddAnnex(FundingGiven.version(db, id), school, null, today.minusDays(1))));
        assertThat(FundingGiven.view(db, id).annexes().get(0).conceptLate()).isTrue();
        officer(db, () -> applications.receiveConcept(id, new Applications.ReceiveConcept(FundingGiven.version(db, id), annex, today)));
        assertThat(FundingGiven.view(db, id).annexes().get(0).conceptLate()).isFalse();
    }

    @Test
    void a_programme_without_an_own_share_takes_no_application(Db db) {
        Long id = draft(db, 1_00, 1_00);
        db.sql("delete from programme_rule where kind = 'OWN_SHARE_BP'");
        refused("application.no_own_share", () -> FundingGiven.submit(db, id));
    }

    @Test
    void nothing_is_handed_in_after_its_last_day(Db db) {
        Long id = draft(db, 1_00, 1_00);
        Long programme = ((Number) db.sql("select programme_id from application where id = ?", id).get(0).get("programme_id")).longValue();
        FundingGiven.rule(db, programme, RuleKind.APPLY_UNTIL, null, "2025-06-30", FundingGiven.START.plusDays(1));
        refused("application.too_late", () -> FundingGiven.submit(db, id));
    }

    @Test
    void nothing_is_applied_for_when_the_programme_is_over(Db db) {
        Long id = draft(db, 1_00, 1_00);
        db.sql("update programme set ends_on = '2025-12-31'");
        refused("application.programme_over", () -> FundingGiven.submit(db, id));
    }

    @Test
    void a_position_of_nothing_is_none() {
        refused("position_applied_positive", () -> new FundingPosition(1L, 1, Category.WLAN, "WLAN", Money.of(0)));
    }

    @Test
    void an_absurd_amount_is_refused_at_the_field(Db db) {
        Long id = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, id, school);
        for (long cents : new long[] {0, -1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> FundingGiven.position(db, id, annex, Category.WLAN, cents))
                    .isInstanceOf(ConstraintViolationException.class);
        }
    }

    @Test
    void applications_belong_to_the_officers_of_their_authority(Db db) {
        Long id = submitted(db, 1_000_00, 0);
        SchoolGiven.user(db, "neuwied", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Kreis Neuwied"), null);
        SchoolGiven.user(db, "koblenz", Role.FUNDING_OFFICER, authority, null);
        SchoolGiven.user(db, "goerres", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        ApplicationQueries queries = db.get(ApplicationQueries.class);
        ApplicationList list = db.get(ApplicationList.class);
        Applications.Withdraw withdraw = new Applications.Withdraw(1, "x");
        SchoolGiven.as(db, "neuwied", () -> {
            assertThat(list.page(ListView.all()).rows()).isEmpty();
            assertThatThrownBy(() -> queries.view(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> applications.withdraw(id, withdraw)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(UsageQueries.class).totals(programme, authority)).isInstanceOf(NotFound.class);
            return null;
        });
        SchoolGiven.as(db, "goerres", () -> {
            assertThatThrownBy(() -> list.page(ListView.all())).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> queries.view(id)).isInstanceOf(NotFound.class);
            return null;
        });
        SchoolGiven.as(db, "pruefung", () -> {
            assertThat(queries.view(id).actions()).isEmpty();
            assertThatThrownBy(() -> applications.withdraw(id, withdraw)).isInstanceOf(Forbidden.class);
            return null;
        });
        assertThat(SchoolGiven.as(db, "koblenz", () -> list.page(ListView.all())).total()).isEqualTo(1);
    }

    @Test
    void the_totals_add_up_from_the_ceiling_to_what_is_free(Db db) {
        Long id = submitted(db, 5_000_00, 1_000_00);
        decide(db, id, "", 5_000_00, 0);
        Long budget = positions(FundingGiven.view(db, id)).get(0).budgetId();
        db.tx(() -> db.get(Budgets.class).reserve(budget, Money.of(1_200_00), "sample_item:1", null));
        int[] needed = new int[1];
        UsageQueries.Totals totals = officer(db, () -> {
            UsageQueries.Totals[] t = new UsageQueries.Totals[1];
            needed[0] = db.statements(() -> t[0] = db.get(UsageQueries.class).totals(programme, authority));
            return t[0];
        });
        assertThat(needed[0]).isEqualTo(allowed("funding.UsageQueries.totals"));
        assertThat(totals.ceilingCents()).isEqualTo(9_000_00);
        assertThat(totals.totalCents()).isEqualTo(10_000_00);
        assertThat(totals.appliedCents()).isEqualTo(6_000_00);
        assertThat(totals.approvedCents()).isEqualTo(5_000_00);
        assertThat(totals.reservedCents()).isEqualTo(1_200_00);
        assertThat(totals.freeCents()).isEqualTo(3_800_00);
    }

    @Test
    void the_list_needs_two_statements_for_one_row_and_for_thirty(Db db) {
        ListView all = ListView.all().with("programme", programme).with("authority", authority).with("q", "antrag");
        Callable<?> list = () -> db.get(ApplicationList.class).page(all);
        draft(db, 1_00, 2_00);
        assertThat(officer(db, () -> db.statements(list::call))).isEqualTo(allowed("ApplicationList"));
        Long id = draft(db, 1_00, 2_00);
        int one = officer(db, () -> db.statements(() -> db.get(ApplicationQueries.class).view(id)));
        Long annexes = id;
        for (int i = 0; i < 29; i++) {
            FundingGiven.application(db, programme, authority);
            FundingGiven.position(db, id, FundingGiven.annex(db, annexes, SchoolGiven.school(db, authority, "Schule " + i)),
                    Category.WLAN, 1_00);
        }
        assertThat(officer(db, () -> db.statements(list::call))).isEqualTo(allowed("ApplicationList.full"));
        assertThat(officer(db, () -> db.statements(() -> db.get(ApplicationQueries.class).view(id)))).isEqualTo(one);
        assertThat(officer(db, () -> db.get(ApplicationList.class).page(all.with("size", 50).with("sort", "-applied")).rows()))
                .hasSize(31).first().satisfies(r -> assertThat(r.schools()).isEqualTo(30));
        assertThat(officer(db, () -> db.get(ApplicationList.class).page(ListView.all().with("q", "100%"))).rows()).isEmpty();
    }

    private static int allowed(String list) {
        return Integer.parseInt(ResourceBundle.getBundle("statement-budgets").getString(list));
    }

    private Long draft(Db db, long wlan, long lan) {
        Long id = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, id, school);
        FundingGiven.position(db, id, annex, Category.WLAN, wlan);
        if (lan > 0) {
            FundingGiven.position(db, id, annex, Category.LAN, lan);
        }
        return id;
    }

    private Long submitted(Db db, long wlan, long lan) {
        Long id = draft(db, wlan, lan);
        FundingGiven.submit(db, id);
        return id;
    }

    @Test
    void who_applied_does_not_decide_and_is_told_what_to_do(Db db) {
        Long id = submitted(db, 6_000_00, 4_000_00);
        ApplicationQueries.View view = FundingGiven.view(db, id);
        for (long[] approved : new long[][] {{6_000_00, 4_000_00}, {1, 1}, {0, 0}}) {
            assertThatThrownBy(() -> officer(db, () -> db.get(Applications.class).decide(id, decision(view, db.get(Clock.class).today(), FundingGiven.START,
                    FundingGiven.END, "Mittel erschöpft", approved)))).satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN)).hasValueSatisfying(why -> {
                        assertThat(why.code()).isEqualTo("duty.apart");
                        assertThat(why.detail()).contains("Konto mit derselben Rolle");
                    }));
        }
        assertThat(db.number("SELECT count(*) FROM budget")).isZero();
        decide(db, id, "", 6_000_00, 4_000_00);
        assertThat(db.number("SELECT count(*) FROM budget")).isEqualTo(2);
    }

    private void decide(Db db, Long id, String reason, long... approved) {
        ApplicationQueries.View view = FundingGiven.view(db, id);
        deputy(db, () -> applications.decide(id, decision(view, db.get(Clock.class).today(), FundingGiven.START, FundingGiven.END,
                reason, approved)));
    }

    private void decide(Db db, Long id, LocalDate on, LocalDate from, LocalDate to) {
        ApplicationQueries.View view = FundingGiven.view(db, id);
        deputy(db, () -> applications.decide(id, decision(view, on, from, to, "", 1, 1)));
    }

    private static Applications.Decide decision(ApplicationQueries.View view, LocalDate on, LocalDate from, LocalDate to, String reason,
            long... approved) {
        List<Applications.Approved> positions = new ArrayList<>();
        for (int i = 0; i < approved.length; i++) {
            positions.add(new Applications.Approved(positions(view).get(i).id(), approved[i]));
        }
        return new Applications.Decide(view.version(), "ISB 4711/26", on, from, to, positions, reason, null, null, null);
    }

    private static List<ApplicationQueries.PositionView> positions(ApplicationQueries.View view) {
        return view.annexes().stream().flatMap(a -> a.positions().stream()).toList();
    }

    private static void officer(Db db, Runnable work) {
        FundingGiven.officer(db, () -> {
            work.run();
            return null;
        });
    }

    private static void deputy(Db db, Runnable work) {
        FundingGiven.deputy(db, () -> {
            work.run();
            return null;
        });
    }

    private static <T> T officer(Db db, Callable<T> work) {
        return FundingGiven.officer(db, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
