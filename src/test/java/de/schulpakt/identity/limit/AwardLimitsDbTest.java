package de.schulpakt.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationList;
import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.audit.AuditBundles;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.money.RadarQueries;
import de.schulpakt.overview.money.WhatIfQueries;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.ListViews;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The role of an auditor is limited to named awards, each from a day to a day. */
@DbTest
class AwardLimitsDbTest {
    private Long one;
    private Long two;
    private Long anna;
    private LocalDate today;

    @BeforeEach
    void two_awards(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt");
        FundingGiven.budget(db, authority, SchoolGiven.school(db, authority, "Erste"), Category.WLAN, 100_000);
        one = db.number("select max(id) from application");
        FundingGiven.budget(db, authority, SchoolGiven.school(db, authority, "Zweite"), Category.WLAN, 200_000);
        two = db.number("select max(id) from application");
        SchoolGiven.user(db, "anna", Role.AUDITOR, null, null);
        anna = db.number("select id from app_user where login = 'anna'");
        today = db.get(Clock.class).today();
    }

    @Test
    void without_a_limit_all_is_seen_and_with_one_that_award_alone_on_its_days(Db db) {
        assertThat(seen(db)).containsExactly(two, one);
        Long limit = give(db, one, today, today.plusDays(1));
        assertThat(seen(db)).containsExactly(one);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(ApplicationQueries.class).view(one).no()).isNotNull();
            assertThat(db.get(AuditBundles.class).fetch(one)).endsWith(".zip");
            assertThat(db.get(PaperQueries.class).of("Application", one).rows()).isEmpty();
            assertThatThrownBy(() -> db.get(ApplicationQueries.class).view(two)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(AuditBundles.class).fetch(two)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(PaperQueries.class).of("Application", two)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(DeviceList.class).page(ListView.all())).isInstanceOf(Forbidden.class);
            return null;
        });
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(2)), () -> assertThat(seen(db)).as("its days are over, and that opens nothing").isEmpty());
        give(db, two, today, today);
        assertThat(seen(db)).containsExactly(two, one);
        SchoolGiven.asAdmin(db, () -> {
            db.get(AwardLimits.class).end(anna, limit, new AwardLimits.Reason("zu früh"));
            return null;
        });
        assertThat(seen(db)).containsExactly(two);
        lift(db);
        assertThat(seen(db)).containsExactly(two, one);
        assertThat(db.sql("select action from history where subject_type = 'User' and subject_id = ? and action like '%AwardLimitAction%' order by id", anna))
                .hasSize(4);
        assertThat(db.number("select count(*) from security_event where kind = 'AWARDS_LIMITED' and user_id = ?", anna)).isEqualTo(4);
    }

    @Test
    void what_makes_no_sense_is_refused_and_nobody_widens_the_own_sight(Db db) {
        refused("award_limit.period", () -> give(db, one, today.minusDays(3), today.minusDays(1)));
        refused("award_limit.period", () -> give(db, one, today.plusDays(3), today.plusDays(1)));
        refused("award_limit.period", () -> give(db, one, today.minusDays(300), today.plusDays(900)));
        refused("award_limit.none", () -> lift(db));
        Long limit = give(db, one, today, today);
        refused("award_limit.twice", () -> give(db, one, today, today));
        Long draft = FundingGiven.application(db, db.number("select max(id) from programme"), db.number("select max(id) from authority"));
        assertThatThrownBy(() -> give(db, draft, today, today)).as("a draft has no award").isInstanceOf(NotFound.class);
        end(db, limit);
        refused("award_limit.ended", () -> end(db, limit));
        Long admin = db.number("select id from app_user where login = ?", SchoolGiven.ADMIN);
        refused("user.not_own_role", () -> SchoolGiven.asAdmin(db, () -> db.get(AwardLimits.class).give(admin, new AwardLimits.Give(one, today, today, null))));
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> {
            db.get(AwardLimits.class).end(admin + 1_000, limit, new AwardLimits.Reason("x"));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "anna", () -> db.get(AwardLimits.class).give(anna, new AwardLimits.Give(two, today, today, null))))
                .isInstanceOf(Forbidden.class);
        assertThat(db.number("select count(*) from award_limit")).isEqualTo(1);
    }

    @Test
    void an_award_behind_the_newest_is_named_and_ended(Db db) {
        db.sql("insert into application (no, title, programme_id, authority_id, state, created_at) select concat('Z-', seq), 'x', a.programme_id, a.authority_id, 'WITHDRAWN', a.created_at from seq_1_to_500"
                + " join application a on a.id = ?", one);
        Long limit = give(db, one, today, today);
        AwardLimitQueries.View view = SchoolGiven.asAdmin(db, () -> db.get(AwardLimitQueries.class).of(anna));
        assertThat(view.choices()).hasSize(500).noneMatch(a -> a.id().equals(one));
        assertThat(view.limits()).singleElement().satisfies(l -> assertThat(l.no()).isNotNull());
        end(db, limit);
        db.clean();
    }

    @Test
    void a_limited_role_sees_what_the_page_of_its_award_leads_to(Db db) {
        give(db, one, today, today);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(WhatIfQueries.class).whatIf(one, null, null).applicationId()).isEqualTo(one);
            assertThat(db.get(RadarQueries.class).radar(one).applicationId()).isEqualTo(one);
            assertThatThrownBy(() -> db.get(WhatIfQueries.class).whatIf(two, null, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(RadarQueries.class).radar(two)).isInstanceOf(NotFound.class);
            return null;
        });
    }

    @Test
    void a_limited_role_shares_views_with_nobody(Db db) {
        SchoolGiven.as(db, "anna", () -> {
            db.get(ListViews.class).save(new ListViews.Save("applications", "Alle", "", "*"));
            return null;
        });
        give(db, one, today, today);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(ListViews.class).circles()).isEmpty();
            assertThatThrownBy(() -> db.get(ListViews.class).save(new ListViews.Save("applications", "Neu", "", "*"))).hasMessageStartingWith("list_view.circle");
            return null;
        });
    }

    @Test
    void a_limited_role_is_not_passed_on_and_other_roles_stay_as_they_are(Db db) {
        SchoolGiven.user(db, "otto", Role.TECHNICIAN, null, null);
        db.sql("insert into deputy (user_id, deputy_id, from_on, to_on, waits, named_at) select ?, id, current_date, '2099-12-31', false, now(6) from app_user where login = 'otto'", anna);
        SchoolGiven.as(db, "otto", () -> {
            assertThat(db.get(CurrentUser.class).roles()).containsExactlyInAnyOrder(Role.TECHNICIAN, Role.AUDITOR);
            return null;
        });
        give(db, one, today, today);
        SchoolGiven.as(db, "otto", () -> {
            assertThat(db.get(CurrentUser.class).roles()).containsExactly(Role.TECHNICIAN);
            return null;
        });
        db.sql("insert into role_assignment (user_id, role) values (?, 'TECHNICIAN')", anna);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(DeviceList.class).page(ListView.all()).rows()).isEmpty();
            assertThat(db.get(ApplicationList.class).page(ListView.all()).rows()).hasSize(1);
            return null;
        });
    }

    private static List<Long> seen(Db db) {
        return SchoolGiven.as(db, "anna", () -> db.get(ApplicationList.class).page(ListView.all()).rows().stream().map(ApplicationQueries.Row::id).toList());
    }

    private Long give(Db db, Long application, LocalDate from, LocalDate to) {
        return SchoolGiven.asAdmin(db, () -> db.get(AwardLimits.class).give(anna, new AwardLimits.Give(application, from, to, "Prüfungsauftrag 7")));
    }

    private void end(Db db, Long limit) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(AwardLimits.class).end(anna, limit, new AwardLimits.Reason("beendet"));
            return null;
        });
    }

    private void lift(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(AwardLimits.class).lift(anna, new AwardLimits.Reason("wieder alles"));
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
