package de.schulpakt.funding.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A position is planned in the household years of its payment plan, to the cent, and own shares follow it as long as it fits. */
@DbTest
class PaymentPlansDbTest {
    private static final long TABLETS = 60_005;
    private final int now = ProcurementGiven.today().getYear();
    private ProcurementGiven given;
    private Long award;
    private Long tablets;

    @BeforeEach
    void an_application_with_a_position_whose_measure_spans_years(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long programme = FundingGiven.programme(db, "Programm");
        FundingGiven.ceiling(db, programme, given.authority, 100_000_000);
        award = FundingGiven.application(db, programme, given.authority);
        tablets = FundingGiven.position(db, award, FundingGiven.annex(db, award, given.school), Category.MOBILE_DEVICE, TABLETS);
        db.sql("update funding_position set measure_from_on = ?, measure_to_on = ? where id = ?", LocalDate.of(now, 11, 1), LocalDate.of(now + 2, 3, 31), tablets);
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void own_shares_follow_the_plan_and_what_is_paid_or_ordered_uses_its_first_years_first(Db db) {
        granted(db);
        assertThat(planned(db)).as("without a plan all of it stands where the measure ends").containsExactly(tuple(now + 2, 6_001L, 6_001L));
        assertThat(share(db).positions()).singleElement().satisfies(p -> assertThat(p.wholeInLastYear()).isTrue());
        Long plan = record(db, now, 20_000, now + 1, 40_000, now + 2, 5);
        assertThat(planned(db)).as("ten percent, rounded up once").containsExactly(tuple(now, 2_000L, 2_000L), tuple(now + 1, 4_000L, 4_000L), tuple(now + 2, 1L, 1L));
        assertThat(share(db).positions()).singleElement().satisfies(p -> {
            assertThat(p.wholeInLastYear()).isFalse();
            assertThat(p.planFits()).isTrue();
            assertThat(p.plan()).extracting(PaymentPlans.PlanYear::amountCents).containsExactly(20_000L, 40_000L, 5L);
        });
        assertThat(whole(db).years()).extracting(OwnShareQueries.Year::year, OwnShareQueries.Year::plannedCents).as("the household of the authority, too")
                .contains(tuple(now, 2_000L), tuple(now + 1, 4_000L), tuple(now + 2, 1L));
        Long order = given.order(given.approved(given.tablet(10_000), 3));
        given.receive(order, "LS-1", 10_000L, "P-1");
        assertThat(planned(db)).extracting(t -> t.toList().get(2)).as("three of four hundred euros fill the first year and a quarter of the second").contains(0L, 3_000L, 1L);
        assertThat(share(db).total().needCents()).as("no cent is lost or double").isEqualTo(6_001L).isEqualTo(share(db).total().plannedCents());
        change(db, plan, now - 1, 60_000, now + 1, 5);
        assertThat(planned(db)).as("what is left of a year that is over is still to be paid").contains(tuple(now - 1, 6_000L, 0L));
        assertThat(year(db, now).openCents()).isEqualTo(3_000L);
        assertThat(view(db).timeline().get(0).facts().toString()).contains("said.payment_plan_before", "said.payment_plan_year");
        drop(db, plan);
        assertThat(planned(db)).filteredOn(t -> !t.toList().get(1).equals(0L)).containsExactly(tuple(now + 2, 6_001L, 3_001L));
        assertThat(view(db).actions()).containsExactly(PaymentPlanAction.CHANGE);
        change(db, plan, now - 1, 60_000, now + 1, 5);
        assertThat(view(db).counts()).as("the same plan counts again").isTrue();
    }

    @Test
    void a_plan_that_comes_to_another_amount_by_now_says_so_and_does_not_count(Db db) {
        Long plan = record(db, now, 30_000, now + 1, 30_005);
        assertThat(view(db).counts()).as("what is applied for can be planned").isTrue();
        assertThat(share(db).years()).as("nothing is granted yet").isEmpty();
        FundingGiven.submit(db, award);
        decided(db, 50_000);
        assertThat(view(db).amountCents()).isEqualTo(50_000);
        assertThat(view(db).counts()).isFalse();
        assertThat(share(db).positions()).singleElement().satisfies(p -> assertThat(p.planFits()).isFalse());
        assertThat(planned(db)).containsExactly(tuple(now + 2, 5_000L, 5_000L));
        refused(() -> change(db, plan, now, 30_000, now + 1, 30_005), "payment_plan.sum");
        change(db, plan, now, 20_000, now + 1, 30_000);
        assertThat(planned(db)).containsExactly(tuple(now, 2_000L, 2_000L), tuple(now + 1, 3_000L, 3_000L));
    }

    @Test
    void a_plan_comes_to_the_cent_and_what_cannot_be_is_refused_with_nothing_stored(Db db) {
        refused(() -> record(db, now, 30_000, now + 1, 30_004), "payment_plan.sum");
        refused(() -> record(db, now, 30_000, now, 30_005), "payment_plan.year_twice");
        assertThat(db.number("select count(*) from payment_plan")).isZero();
        Long plan = record(db, now, TABLETS);
        assertThatThrownBy(() -> record(db, now, TABLETS)).as("a second click").hasStackTraceContaining("payment_plan_position_once");
        refused(() -> change(db, plan, now, TABLETS), "payment_plan.same");
        Integer seen = view(db).version();
        change(db, plan, now + 1, TABLETS);
        assertThatThrownBy(() -> officer(db, () -> plans(db).change(plan, new PaymentPlans.Change(seen, years(now, TABLETS), "spät")))).isInstanceOf(Conflict.class);
        assertThat(db.number("select count(*) from payment_plan_year")).isEqualTo(1);
        FundingGiven.submit(db, award);
        decided(db, 0);
        refused(() -> change(db, plan, now, TABLETS), "payment_plan.over");
        assertThat(view(db).actions()).isEmpty();
    }

    @Test
    void a_position_that_was_given_nothing_has_none_and_a_draft_that_loses_it_loses_its_plan(Db db) {
        Long annex = db.number("select annex_id from funding_position where id = ?", tablets);
        Long wlan = FundingGiven.position(db, award, annex, Category.WLAN, 40_000);
        Long plan = record(db, now, TABLETS);
        officer(db, () -> plans(db).record(new PaymentPlans.Record(wlan, years(now, 40_000), null)));
        officer(db, () -> db.get(Applications.class).removePosition(award, new Applications.RemovePosition(application(db).version(), wlan)));
        assertThat(db.number("select count(*) from payment_plan")).isEqualTo(1);
        assertThat(db.number("select count(*) from payment_plan_year")).isEqualTo(1);
        FundingGiven.position(db, award, annex, Category.WLAN, 40_000);
        FundingGiven.submit(db, award);
        decide(db, application(db).annexes().get(0).positions().stream().map(p -> new Applications.Approved(p.id(), p.id().equals(tablets) ? 0L : p.appliedCents())).toList());
        assertThat(view(db).amountCents()).isZero();
        refused(() -> change(db, plan, now + 1, TABLETS), "payment_plan.nothing");
        drop(db, plan);
        assertThat(view(db).state()).isEqualTo(PaymentPlanState.DROPPED);
    }

    @Test
    void somebody_elses_plan_is_not_there_and_who_only_looks_records_none(Db db) {
        Long plan = record(db, now, TABLETS);
        SchoolGiven.user(db, "elsewhere", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Andere"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(PaymentPlanQueries.class).ofPosition(tablets))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(PaymentPlanQueries.class).view(plan))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> plans(db).record(new PaymentPlans.Record(tablets, years(now, TABLETS), null)))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "anna", Role.AUDITOR, null, null);
        assertThat(SchoolGiven.as(db, "anna", () -> db.get(PaymentPlanQueries.class).view(plan)).actions()).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, "anna", () -> {
            plans(db).drop(plan, new PaymentPlans.Drop(0, "x"));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    private void granted(Db db) {
        FundingGiven.submit(db, award);
        FundingGiven.approve(db, award);
    }

    private void decided(Db db, long cents) {
        decide(db, List.of(new Applications.Approved(tablets, cents)));
    }

    private void decide(Db db, List<Applications.Approved> positions) {
        boolean some = positions.stream().anyMatch(p -> p.approvedCents() > 0);
        ApplicationQueries.View seen = application(db);
        FundingGiven.deputy(db, () -> {
            db.get(Applications.class).decide(award, new Applications.Decide(seen.version(), "B-1", ProcurementGiven.today(), some ? ProcurementGiven.today() : null,
                    some ? ProcurementGiven.today().plusYears(1) : null, positions, "gekürzt", null, null, null));
            return null;
        });
    }

    private ApplicationQueries.View application(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(ApplicationQueries.class).view(award));
    }

    private static PaymentPlans plans(Db db) {
        return db.get(PaymentPlans.class);
    }

    private static List<PaymentPlans.PlanYear> years(long... pairs) {
        List<PaymentPlans.PlanYear> years = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            years.add(new PaymentPlans.PlanYear((int) pairs[i], pairs[i + 1]));
        }
        return years;
    }

    private Long record(Db db, long... pairs) {
        return SchoolGiven.as(db, given.officer, () -> plans(db).record(new PaymentPlans.Record(tablets, years(pairs), "Bauplan")));
    }

    private void change(Db db, Long plan, long... pairs) {
        officer(db, () -> plans(db).change(plan, new PaymentPlans.Change(view(db).version(), years(pairs), "Bauverzug")));
    }

    private void drop(Db db, Long plan) {
        officer(db, () -> plans(db).drop(plan, new PaymentPlans.Drop(view(db).version(), "vertan")));
    }

    private void officer(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private PaymentPlanQueries.View view(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(PaymentPlanQueries.class).ofPosition(tablets));
    }

    private OwnShareQueries.OfAward share(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnShareQueries.class).ofAward(award));
    }

    private OwnShareQueries.OfAuthority whole(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnShareQueries.class).ofAuthority(given.authority));
    }

    private OwnShareQueries.Year year(Db db, Integer year) {
        return share(db).years().stream().filter(y -> Objects.equals(y.year(), year)).findFirst().orElseThrow();
    }

    /** Year, planned and open of each year that has something of these. */
    private List<org.assertj.core.groups.Tuple> planned(Db db) {
        return share(db).years().stream().filter(y -> y.plannedCents() != 0 || y.openCents() != 0).map(y -> tuple(y.year(), y.plannedCents(), y.openCents())).toList();
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
