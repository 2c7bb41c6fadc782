package de.schulpakt.identity.inspection;

import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.list.ListView;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Auditors have their role for a time, and what they look at is kept. */
@DbTest
class InspectionsDbTest {
    private static final Grant AUDITOR = new Grant(Role.AUDITOR, null, null);

    @Test
    void a_role_with_a_last_day_ends_with_it(Db db) {
        Long anna = user(db, "anna", Role.AUDITOR, null, null);
        Clock clock = db.get(Clock.class);
        LocalDate last = clock.today().plusDays(3);
        limit(db, anna, AUDITOR, last);
        SignIn signIn = db.get(SignIn.class);
        Long session = db.get(Accounts.class).begin(anna, "x");
        assertThat(signIn.bySession(session)).isTrue();
        signIn.leave();
        clock.at(clock.now().plus(Duration.ofDays(3)), () -> {
            as(db, "anna", () -> assertThat(db.get(CurrentUser.class).roles()).containsExactly(Role.AUDITOR));
            assertThat(JobsGiven.run(db, "access")).as("it is still the last day").isEqualTo("job.kind.access_done\n0\n0");
        });
        clock.at(clock.now().plus(Duration.ofDays(4)), () -> {
            as(db, "anna", () -> assertThat(db.get(CurrentUser.class).roles()).as("before the job has run").isEmpty());
            assertThat(JobsGiven.run(db, "access")).isEqualTo("job.kind.access_done\n1\n0");
            assertThat(JobsGiven.run(db, "access")).isEqualTo("job.kind.access_done\n0\n0");
            assertThat(signIn.bySession(session)).isFalse();
        });
        assertThat(db.number("select count(*) from role_assignment where user_id = ?", anna)).isZero();
        assertThat(db.sql("select kind from security_event where user_id = ? and kind in ('ROLE_LIMITED', 'ROLE_ENDED') order by id", anna)).hasSize(2);
    }

    @Test
    void a_last_day_is_taken_off_again_and_is_refused_where_it_makes_no_sense(Db db) {
        Long anna = user(db, "anna", Role.AUDITOR, null, null);
        Long berta = user(db, "berta", Role.ADMIN, null, null);
        LocalDate today = db.get(Clock.class).today();
        limit(db, anna, AUDITOR, today);
        limit(db, anna, AUDITOR, null);
        assertThat(db.number("select count(*) from role_assignment where user_id = ? and until_on is null", anna)).isEqualTo(1);
        refused("user.until_past", () -> limit(db, anna, AUDITOR, today.minusDays(1)));
        refused("user.until_administrator", () -> limit(db, berta, new Grant(Role.ADMIN, null, null), today));
        assertThatThrownBy(() -> limit(db, anna, new Grant(Role.TECHNICIAN, null, null), today)).isInstanceOf(NotFound.class);
        Long admin = db.number("select id from app_user where login = 'admin'");
        refused("user.not_own_role", () -> limit(db, admin, new Grant(Role.ADMIN, null, null), null));
    }

    @Test
    void what_auditors_see_is_kept_for_administrators_and_for_three_years(Db db) {
        user(db, "anna", Role.AUDITOR, null, null);
        user(db, "otto", Role.TECHNICIAN, null, null);
        as(db, "otto", () -> assertThat(db.get(Inspections.class).kept()).isFalse());
        as(db, "anna", () -> {
            assertThat(db.get(Inspections.class).kept()).isTrue();
            db.get(Inspections.class).seen("/funding/proof.xhtml?id=1");
            db.get(Inspections.class).seen("/x?".repeat(300));
        });
        as(db, "admin", () -> assertThat(db.get(InspectionList.class).page(ListView.all()).rows()).hasSize(2)
                .anySatisfy(row -> assertThat(row.path()).isEqualTo("/funding/proof.xhtml?id=1")).allSatisfy(row -> assertThat(row.userName()).isEqualTo("anna")));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(1_094)), () -> assertThat(JobsGiven.run(db, "access")).isEqualTo("job.kind.access_done\n0\n0"));
        clock.at(clock.now().plus(Duration.ofDays(1_096)), () -> assertThat(JobsGiven.run(db, "access")).isEqualTo("job.kind.access_done\n0\n2"));
    }

    private static void limit(Db db, Long user, Grant grant, LocalDate day) {
        as(db, "admin", () -> db.get(Users.class).limit(user, new Users.Limit(grant, day)));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
