package de.schulpakt.identity.deputy;

import static de.schulpakt.kit.IdentityGiven.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.Schools;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody acts for somebody else on the days that were named, with the other's rights, and under the own name. */
@DbTest
class DeputiesDbTest {
    @Test
    void a_deputy_has_the_rights_on_the_days_and_no_others(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        user(db, "berta", Role.AUDITOR, null, null);
        LocalDate today = db.get(Clock.class).today();
        Long id = name(db, "anna", "berta", today.plusDays(2), today.plusDays(3));
        for (int day = 0; day < 6; day++) {
            int at = day;
            on(db, day, () -> as(db, "berta", () -> assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).as("day %s", at)
                    .isEqualTo(at == 2 || at == 3)));
        }
        assertThat(mine(db, "anna").get(0).own()).isTrue();
        assertThat(mine(db, "berta")).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.own()).isFalse();
            assertThat(row.state()).isEqualTo(DeputyState.PLANNED);
        });
        on(db, 2, () -> assertThat(mine(db, "berta").get(0).state()).isEqualTo(DeputyState.RUNNING));
        on(db, 4, () -> assertThat(mine(db, "berta").get(0).state()).isEqualTo(DeputyState.OVER));
        assertThat(told(db, "berta")).containsExactly("message.deputy_named anna");
    }

    @Test
    void the_history_says_for_whom_only_where_the_own_rights_were_not_enough(Db db) {
        Long authority = SchoolGiven.authority(db, "Koblenz");
        Long school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        Long other = SchoolGiven.school(db, authority, "Andere Schule");
        user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        user(db, "berta", Role.SCHOOL_ADMIN, null, other);
        LocalDate today = db.get(Clock.class).today();
        name(db, "anna", "berta", today, today);
        Long building = SchoolGiven.as(db, "berta", () -> db.get(Schools.class).addBuilding(school, new Schools.AddBuilding("Neubau")));
        as(db, "berta", () -> db.get(Schools.class).addRoom(new Schools.AddRoom(building, "101", "EG", RoomKind.CLASSROOM)));
        SchoolGiven.as(db, "berta", () -> db.get(Schools.class).addBuilding(other, new Schools.AddBuilding("Altbau")));
        assertThat(db.sql("select coalesce(facts, '') as f from history where actor_name = 'berta' and subject_type = 'School' order by id"))
                .extracting(row -> row.get("f").toString().contains("said.for") && row.get("f").toString().contains("anna")).contains(true, false);
        assertThat(db.number("select count(*) from history where of_school = ? and facts like '%said.for%'", other)).isZero();
    }

    @Test
    void neither_the_administration_nor_the_right_to_confirm_passes_on_and_money_waits_for_a_second_person(Db db) {
        user(db, "zweite", Role.ADMIN, null, null);
        user(db, "olga", Role.FUNDING_OFFICER, null, null);
        Long technik = user(db, "technik", Role.TECHNICIAN, null, null);
        as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).grant(db.number("select id from app_user where login = 'olga'"), new Grant(Role.TECHNICIAN, null, null)));
        LocalDate today = db.get(Clock.class).today();
        refused("deputy.nothing", () -> name(db, "zweite", "technik", today, today));
        Long id = name(db, "olga", "technik", today, today.plusDays(7));
        as(db, "technik", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).as("waits").isFalse());
        assertThat(waiting(db, "zweite")).isEqualTo(1);
        assertThat(waiting(db, "olga")).as("one of the two").isZero();
        refused("deputy.not_own", () -> as(db, "olga", () -> db.get(Deputies.class).confirm(id)));
        assertThatThrownBy(() -> as(db, "technik", () -> db.get(Deputies.class).confirm(id))).isInstanceOf(Forbidden.class);
        as(db, "zweite", () -> db.get(Deputies.class).confirm(id));
        refused("deputy.ended", () -> as(db, "zweite", () -> db.get(Deputies.class).confirm(id)));
        as(db, "technik", () -> {
            Guard guard = db.get(Guard.class);
            assertThat(guard.mayEverywhere(Permission.REQUEST_DECIDE)).isTrue();
            assertThat(guard.mayEverywhere(Permission.ROLE_CONFIRM)).isFalse();
            guard.requireEverywhere(Permission.REQUEST_DECIDE);
            assertThat(db.get(CurrentUser.class).onBehalfOf()).isEqualTo("olga");
            guard.requireEverywhere(Permission.TICKET_WORK);
            assertThat(db.get(CurrentUser.class).onBehalfOf()).as("an own right").isNull();
            assertThat(db.get(CurrentUser.class).id()).isEqualTo(technik);
        });
        assertThat(told(db, "olga")).contains("message.deputy_confirmed technik");
        assertThat(db.number("select count(*) from security_event where kind in ('DEPUTY_NAMED', 'DEPUTY_CONFIRMED')")).isEqualTo(2);
        Long declined = name(db, "olga", "technik", today.plusDays(20), today.plusDays(21));
        as(db, "zweite", () -> db.get(Deputies.class).decline(declined));
        assertThat(told(db, "olga")).contains("message.deputy_declined technik");
        on(db, 20, () -> as(db, "technik", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).isFalse()));
    }

    @Test
    void a_role_that_moves_money_and_comes_later_waits_for_a_second_person_too(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        user(db, "zweite", Role.ADMIN, null, null);
        user(db, "dritte", Role.ADMIN, null, null);
        Long anna = user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        user(db, "berta", Role.TECHNICIAN, null, null);
        LocalDate today = db.get(Clock.class).today();
        name(db, "anna", "berta", today, today.plusDays(7));
        as(db, "berta", () -> assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isTrue());
        as(db, "zweite", () -> db.get(Users.class).grant(anna, new Grant(Role.FUNDING_OFFICER, null, null)));
        as(db, "dritte", () -> db.get(Users.class).confirmRole(db.number("select id from role_pending where user_id = ?", anna)));
        as(db, "anna", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).isTrue());
        as(db, "berta", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).as("nobody has confirmed that").isFalse());
    }

    @Test
    void what_is_taken_from_the_one_is_taken_from_the_deputy_at_once(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long anna = user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        Long berta = user(db, "berta", Role.AUDITOR, null, null);
        LocalDate today = db.get(Clock.class).today();
        name(db, "anna", "berta", today, today.plusDays(7));
        Long session = db.get(Accounts.class).begin(berta, "Firefox");
        SignIn signIn = db.get(SignIn.class);
        db.request(() -> {
            signIn.bySession(session);
            assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isTrue();
        });
        as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).takeRole(anna, new Grant(Role.SCHOOL_ADMIN, null, school)));
        db.request(() -> {
            signIn.bySession(session);
            assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isFalse();
        });
    }

    @Test
    void ended_early_it_ends_at_once_also_for_what_was_begun(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        Long berta = user(db, "berta", Role.AUDITOR, null, null);
        user(db, "fremd", Role.AUDITOR, null, null);
        LocalDate today = db.get(Clock.class).today();
        Long session = db.get(Accounts.class).begin(berta, "Firefox");
        SignIn signIn = db.get(SignIn.class);
        db.request(() -> {
            signIn.bySession(session);
            assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isFalse();
        });
        Long id = name(db, "anna", "berta", today, today.plusDays(3));
        db.request(() -> {
            signIn.bySession(session);
            assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isTrue();
        });
        assertThatThrownBy(() -> as(db, "fremd", () -> db.get(Deputies.class).end(id))).isInstanceOf(Forbidden.class);
        as(db, "berta", () -> db.get(Deputies.class).end(id));
        db.request(() -> {
            signIn.bySession(session);
            assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school)).isFalse();
        });
        refused("deputy.ended", () -> as(db, "anna", () -> db.get(Deputies.class).end(id)));
        assertThat(told(db, "anna")).containsExactly("message.deputy_ended berta");
        assertThat(mine(db, "anna").get(0).state()).isEqualTo(DeputyState.ENDED);
        Long again = name(db, "anna", "berta", today, today);
        as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).activate(db.number("select id from app_user where login = 'anna'"), false));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofSeconds(6)), () -> as(db, "berta", () -> assertThat(db.get(Guard.class).may(Permission.ROOM_EDIT, school))
                .as("who is gone gives no rights %s", again).isFalse()));
    }

    @Test
    void an_administrator_names_one_for_who_is_away_and_is_never_the_second_person(Db db) {
        Long olga = user(db, "olga", Role.FUNDING_OFFICER, null, null);
        user(db, "technik", Role.TECHNICIAN, null, null);
        LocalDate today = db.get(Clock.class).today();
        Deputies.NameFor cmd = new Deputies.NameFor("technik", today, today.plusDays(7), "krank");
        assertThatThrownBy(() -> as(db, "technik", () -> db.get(Deputies.class).nameFor(olga, cmd))).isInstanceOf(Forbidden.class);
        refused("deputy.no_second", () -> as(db, SchoolGiven.ADMIN, () -> db.get(Deputies.class).nameFor(olga, cmd)));
        user(db, "zweite", Role.ADMIN, null, null);
        Long zweite = db.number("select id from app_user where login = 'zweite'");
        refused("deputy.use_own", () -> as(db, "zweite", () -> db.get(Deputies.class).nameFor(zweite, cmd)));
        refused("deputy.oneself", () -> as(db, "zweite", () -> db.get(Deputies.class).nameFor(olga, new Deputies.NameFor("olga", today, today, "krank"))));
        Long id = SchoolGiven.as(db, "zweite", () -> db.get(Deputies.class).nameFor(olga, cmd));
        as(db, "technik", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).as("waits").isFalse());
        assertThat(told(db, "technik")).contains("message.deputy_named_for olga");
        assertThat(told(db, "olga")).contains("message.deputy_named_by technik");
        assertThat(waiting(db, "zweite")).as("who named it").isZero();
        refused("deputy.not_own", () -> as(db, "zweite", () -> db.get(Deputies.class).confirm(id)));
        as(db, "zweite", () -> assertThat(db.get(DeputyQueries.class).of(olga)).singleElement().satisfies(row -> {
            assertThat(row.waits()).isTrue();
            assertThat(row.mine()).isFalse();
            assertThat(row.note()).isEqualTo("krank");
        }));
        as(db, SchoolGiven.ADMIN, () -> db.get(Deputies.class).confirm(id));
        as(db, "technik", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).isTrue());
        as(db, "olga", () -> db.get(Deputies.class).end(id));
        as(db, "technik", () -> assertThat(db.get(Guard.class).mayEverywhere(Permission.REQUEST_DECIDE)).isFalse());
    }

    @Test
    void nobody_is_asked_where_the_deputy_may_move_the_same_money_already(Db db) {
        Long koblenz = SchoolGiven.authority(db, "Koblenz");
        Long olga = user(db, "olga", Role.FUNDING_OFFICER, koblenz, null);
        user(db, "thomas", Role.FUNDING_OFFICER, null, null);
        user(db, "anders", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        user(db, "hier", Role.FUNDING_OFFICER, koblenz, null);
        LocalDate today = db.get(Clock.class).today();
        for (String deputy : List.of("thomas", "hier")) {
            as(db, SchoolGiven.ADMIN, () -> db.get(Deputies.class).nameFor(olga, new Deputies.NameFor(deputy, today, today, "krank")));
        }
        assertThat(db.number("select count(*) from deputy where waits")).isZero();
        refused("deputy.elsewhere", () -> name(db, "olga", "anders", today, today));
        name(db, "thomas", "hier", today, today);
        assertThat(db.number("select count(*) from deputy where waits")).as("who has one authority gets all of them").isEqualTo(1);
    }

    @Test
    void who_and_when_is_checked(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long foreign = SchoolGiven.school(db, SchoolGiven.authority(db, "Anderer Träger"), "Fremde Schule");
        user(db, "anna", Role.SCHOOL_ADMIN, null, school);
        user(db, "berta", Role.AUDITOR, null, null);
        user(db, "fremd", Role.SCHOOL_ADMIN, null, foreign);
        LocalDate today = db.get(Clock.class).today();
        refused("deputy.nobody", () -> name(db, "anna", "niemand", today, today));
        refused("deputy.oneself", () -> name(db, "anna", "anna", today, today));
        refused("deputy.elsewhere", () -> name(db, "anna", "fremd", today, today));
        refused("deputy.period", () -> name(db, "anna", "berta", today.minusDays(1), today));
        refused("deputy.period", () -> name(db, "anna", "berta", today.plusDays(1), today));
        refused("deputy.period", () -> name(db, "anna", "berta", today, today.plusDays(367)));
        Long id = name(db, "anna", "berta", today, today);
        refused("deputy.nothing", () -> {
            db.sql("delete from role_assignment where user_id = (select id from app_user where login = 'fremd')");
            name(db, "fremd", "berta", today, today);
        });
        as(db, SchoolGiven.ADMIN, () -> db.get(Deputies.class).end(id));
        String token = SchoolGiven.as(db, "anna", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 1)).token());
        db.request(() -> {
            db.get(SignIn.class).byToken(token);
            refused("account.by_token", () -> db.get(Deputies.class).name(new Deputies.Name("berta", today, today, null)));
        });
    }

    private static Long user(Db db, String login, Role role, Long authority, Long school) {
        SchoolGiven.user(db, login, role, authority, school);
        return db.number("select id from app_user where login = ?", login);
    }

    private static Long name(Db db, String who, String deputy, LocalDate from, LocalDate to) {
        return SchoolGiven.as(db, who, () -> db.get(Deputies.class).name(new Deputies.Name(deputy, from, to, "Urlaub")));
    }

    private static void on(Db db, int days, Runnable work) {
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(days)), work);
    }

    private static List<DeputyQueries.Row> mine(Db db, String login) {
        List<DeputyQueries.Row> rows = new ArrayList<>();
        as(db, login, () -> rows.addAll(db.get(DeputyQueries.class).mine()));
        return rows;
    }

    private static long waiting(Db db, String login) {
        long[] count = new long[1];
        as(db, login, () -> count[0] = db.get(WaitingQueries.class).waiting().getOrDefault("admin", 0L));
        return count[0];
    }

    private static List<String> told(Db db, String login) {
        return db.sql("select concat(n.kind, ' ', n.subject_no) as n from notice n join app_user u on u.id = n.user_id where u.login = ? order by n.id desc",
                login).stream().map(row -> row.get("n").toString()).toList();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
