package de.schulpakt.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.RevisionQueries;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions in detail: how many at which price, when, what accompanies what, several of one category. */
@DbTest
class PositionsDbTest {
    private static final LocalDate FROM = LocalDate.of(2027, 2, 1);
    private static final LocalDate TO = LocalDate.of(2027, 7, 31);
    private Long authority;
    private Long programme;
    private Long application;
    private Long annex;

    @BeforeEach
    void aDraft(Db db) {
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 90_000_00);
        application = FundingGiven.application(db, programme, authority);
        annex = FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres-Gymnasium"));
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void an_amount_is_quantity_times_price_and_a_difference_is_named_at_its_field(Db db) {
        Long id = add(db, Category.DISPLAY, null, detail(12, 3_199_99L, null, null));
        assertThat(position(db, id)).extracting(ApplicationQueries.PositionView::appliedCents, ApplicationQueries.PositionView::quantity, ApplicationQueries.PositionView::unitCents)
                .containsExactly(38_399_88L, 12, 3_199_99L);
        assertThat(add(db, Category.DISPLAY, 6_399_98L, detail(2, 3_199_99L, FROM, TO))).isPositive();
        assertThatThrownBy(() -> add(db, Category.DISPLAY, 6_400_00L, detail(2, 3_199_99L, null, null))).isInstanceOfSatisfying(BadParameter.class, bad -> {
            assertThat(bad.code()).isEqualTo("position.amount_differs");
            assertThat(bad.parameter()).isEqualTo("appliedCents");
            assertThat(bad.args()).contains(Money.of(2));
        });
        assertThatThrownBy(() -> add(db, Category.DISPLAY, null, detail(11, 10_000_000_000L, null, null))).isInstanceOfSatisfying(BadParameter.class, bad -> {
            assertThat(bad.code()).isEqualTo("position.amount_above");
            assertThat(bad.parameter()).isEqualTo("quantity");
        });
        refused("position.amount_missing", () -> add(db, Category.DISPLAY, null, null));
        refused("position.unit_incomplete", () -> add(db, Category.DISPLAY, 1_00L, detail(2, null, null, null)));
        refused("position.measure_ends_before", () -> add(db, Category.DISPLAY, 1_00L, detail(null, null, TO, FROM)));
    }

    @Test
    void a_school_has_several_positions_of_a_category_and_each_its_budget(Db db) {
        Long first = add(db, Category.WLAN, 1_000_00L, null);
        Long second = add(db, Category.WLAN, 500_00L, null);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        assertThat(position(db, first).budgetId()).isNotEqualTo(position(db, second).budgetId());
        Long school = FundingGiven.view(db, application).annexes().get(0).schoolId();
        assertThat(FundingGiven.officer(db, () -> db.get(BudgetQueries.class).ofSchool(school))).extracting(BudgetQueries.Row::availableCents)
                .containsExactly(1_000_00L, 500_00L);
    }

    @Test
    void what_it_says_is_handed_in_and_printed(Db db) {
        Long lan = add(db, Category.LAN, null, detail(3, 1_000_00L, FROM, TO));
        add(db, Category.LAN, 200_00L, new Applications.Detail(null, null, null, null, true, lan));
        FundingGiven.submit(db, application);
        ApplicationContent content = FundingGiven.officer(db, () -> db.get(ApplicationQueries.class).said(application)).content();
        assertThat(content.schools().get(0).positions()).satisfiesExactly(p -> {
            assertThat(p.quantity()).isEqualTo(3);
            assertThat(p.unitCents()).isEqualTo(1_000_00);
            assertThat(p.measureFrom()).isEqualTo(FROM);
            assertThat(p.measureTo()).isEqualTo(TO);
            assertThat(p.accompanying()).isNull();
        }, p -> {
            assertThat(p.accompanying()).isTrue();
            assertThat(p.parentNo()).isEqualTo(1);
        });
    }

    @Test
    void accompanying_costs_belong_to_a_measure_of_their_school(Db db) {
        Long lan = add(db, Category.LAN, 3_000_00L, null);
        Long planning = add(db, Category.LAN, 200_00L, accompanying(lan));
        assertThat(position(db, planning)).extracting(ApplicationQueries.PositionView::accompanying, ApplicationQueries.PositionView::parentNo).containsExactly(true, 1);
        refused("position.parent_unfit", () -> add(db, Category.LAN, 1_00L, accompanying(planning)));
        Long hilda = FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Hilda-Gymnasium"));
        Long theirs = FundingGiven.position(db, application, hilda, Category.LAN, 1_00);
        refused("position.parent_unfit", () -> add(db, Category.LAN, 1_00L, accompanying(theirs)));
        refused("position.is_parent", () -> change(db, lan, accompanying(null)));
        refused("position.parent_unfit", () -> change(db, planning, accompanying(planning)));
        Long wlan = add(db, Category.WLAN, 1_000_00L, null);
        refused("position.is_parent", () -> change(db, lan, new Applications.Detail(null, null, null, null, false, wlan)));
        change(db, planning, Applications.Detail.NONE);
        assertThat(position(db, planning).accompanying()).isFalse();
    }

    @Test
    void what_a_correction_does_not_speak_of_stays_as_it_is(Db db) {
        Long lan = add(db, Category.LAN, 3_000_00L, null);
        Long planning = add(db, Category.LAN, null, new Applications.Detail(2, 50_00L, FROM, TO, true, lan));
        change(db, planning, null);
        assertThat(position(db, planning)).extracting(ApplicationQueries.PositionView::description, ApplicationQueries.PositionView::quantity, ApplicationQueries.PositionView::unitCents,
                ApplicationQueries.PositionView::measureFrom, ApplicationQueries.PositionView::measureTo, ApplicationQueries.PositionView::parentNo)
                .containsExactly("Anders", 2, 50_00L, FROM, TO, 1);
    }

    @Test
    void when_the_measure_goes_a_verified_rule_refuses_and_another_warns(Db db) {
        Long lan = add(db, Category.LAN, 3_000_00L, null);
        Long planning = add(db, Category.LAN, 200_00L, accompanying(lan));
        FundingGiven.rule(db, programme, RuleKind.ACCOMPANYING_NEEDS_PARENT, null, "YES");
        refused("application.accompanying_alone", () -> remove(db, lan));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'ACCOMPANYING_NEEDS_PARENT'");
        remove(db, lan);
        assertThat(position(db, planning)).extracting(ApplicationQueries.PositionView::accompanying, ApplicationQueries.PositionView::parentNo).containsExactly(true, null);
        assertThat(FundingGiven.view(db, application).timeline().get(0).facts()).as("the history says what it would have refused").hasSize(3);
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'ACCOMPANYING_NEEDS_PARENT'");
        refused("application.accompanying_alone", () -> FundingGiven.submit(db, application));
        Long again = add(db, Category.WLAN, 3_000_00L, null);
        change(db, planning, accompanying(again));
        FundingGiven.submit(db, application);
        refused("application.accompanying_alone", () -> decide(db, again, 0));
        FundingGiven.approve(db, application);
        Long revision = FundingGiven.officer(db, () -> db.get(Revisions.class).create(new Revisions.Create(application, RevisionKind.REVOCATION, "Kürzung", null)));
        write(db, revision, again);
        refused("application.accompanying_alone", () -> revoke(db, revision));
        write(db, revision, planning);
        revoke(db, revision);
        assertThat(FundingGiven.view(db, application).approvedCents()).isZero();
    }

    @Test
    void a_version_is_asked_about_what_it_changes_and_what_loses_its_measure_by_it(Db db) {
        Long lan = add(db, Category.LAN, 3_000_00L, null);
        Long alone = add(db, Category.LAN, 200_00L, accompanying(null));
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        FundingGiven.rule(db, programme, RuleKind.ACCOMPANYING_NEEDS_PARENT, null, "YES");
        Long revision = FundingGiven.officer(db, () -> db.get(Revisions.class).create(new Revisions.Create(application, RevisionKind.REVOCATION, "Kürzung", null)));
        write(db, revision, lan);
        revoke(db, revision);
        assertThat(FundingGiven.view(db, application).approvedCents()).as("what was alone before is no reason").isEqualTo(200_00);
        assertThat(position(db, alone).approvedCents()).isEqualTo(200_00);
    }

    @Test
    void measures_lie_within_the_programme(Db db) {
        Long early = add(db, Category.LAN, 1_00L, detail(null, null, FundingGiven.START.minusDays(1), null));
        refused("application.measure_before", () -> FundingGiven.submit(db, application));
        change(db, early, detail(null, null, FundingGiven.START, FundingGiven.END.plusDays(1)));
        refused("application.measure_after", () -> FundingGiven.submit(db, application));
        change(db, early, detail(null, null, FundingGiven.START, FundingGiven.END));
        FundingGiven.submit(db, application);
    }

    private static Applications.Detail detail(Integer quantity, Long unit, LocalDate from, LocalDate to) {
        return new Applications.Detail(quantity, unit, from, to, null, null);
    }

    private static Applications.Detail accompanying(Long parent) {
        return new Applications.Detail(null, null, null, null, true, parent);
    }

    private Long add(Db db, Category category, Long cents, Applications.Detail detail) {
        return FundingGiven.officer(db, () -> db.get(Applications.class).addPosition(application, new Applications.AddPosition(FundingGiven.version(db, application), annex, category,
                "Ausstattung", cents, detail)));
    }

    private void change(Db db, Long position, Applications.Detail detail) {
        FundingGiven.officer(db, () -> {
            db.get(Applications.class).changePosition(application, new Applications.ChangePosition(FundingGiven.version(db, application), position, "Anders", 100_00L, detail));
            return null;
        });
    }

    private void remove(Db db, Long position) {
        FundingGiven.officer(db, () -> {
            db.get(Applications.class).removePosition(application, new Applications.RemovePosition(FundingGiven.version(db, application), position));
            return null;
        });
    }

    private void decide(Db db, Long of, long cents) {
        FundingGiven.deputy(db, () -> {
            ApplicationQueries.View view = FundingGiven.view(db, application);
            List<Applications.Approved> all = view.annexes().stream().flatMap(a -> a.positions().stream())
                    .map(p -> new Applications.Approved(p.id(), p.id().equals(of) ? cents : p.appliedCents())).toList();
            db.get(Applications.class).decide(application, new Applications.Decide(view.version(), "ISB-1", db.get(Clock.class).today(), FundingGiven.START, FundingGiven.END, all,
                    null, null, null, null));
            return null;
        });
    }

    private static void write(Db db, Long revision, Long position) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(revision, new Revisions.Write(db.get(RevisionQueries.class).view(revision).version(), position, null, null, null, 0L, "Kürzung"));
            return null;
        });
    }

    private static void revoke(Db db, Long revision) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).revoke(revision, new Revisions.Revoke(db.get(RevisionQueries.class).view(revision).version(), "ISB-2", db.get(Clock.class).today(), null, null,
                    null));
            return null;
        });
    }

    private ApplicationQueries.PositionView position(Db db, Long id) {
        return FundingGiven.view(db, application).annexes().stream().flatMap(a -> a.positions().stream()).filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
