package de.schulpakt.identity;

import static de.schulpakt.kit.IdentityGiven.PASSWORD;
import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Refused;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@DbTest
class UsersDbTest {
    @Test
    void the_first_administrator_is_made_once(Db db) {
        Users users = db.get(Users.class);
        assertThat(users.createFirstAdministrator("chef", PASSWORD)).isTrue();
        assertThat(users.createFirstAdministrator("second", PASSWORD)).isFalse();
        assertThat(users.authenticate("second", PASSWORD)).isNull();
    }

    @Test
    void a_short_first_password_is_refused(Db db) {
        assertThatThrownBy(() -> db.get(Users.class).createFirstAdministrator("chef", "short")).isInstanceOf(Refused.class);
        assertThat(db.number("select count(*) from app_user")).isZero();
    }

    @Test
    void a_role_that_is_missing_is_an_error_of_the_caller(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> db.get(Users.class).grant(id, new Grant(null, null, null)))
                .isInstanceOf(jakarta.validation.ConstraintViolationException.class);
    }

    @Test
    void login_and_password_must_fit(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        assertThat(users.authenticate("anna", PASSWORD)).isEqualTo(id);
        assertThat(users.authenticate("anna", "wrong-password")).isNull();
        assertThat(users.authenticate("nobody", PASSWORD)).isNull();
    }

    @Test
    void ten_failures_lock_the_login_for_a_quarter_of_an_hour(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        for (int i = 0; i < 10; i++) {
            users.authenticate("anna", "wrong-password");
        }
        assertThat(users.authenticate("anna", PASSWORD)).isNull();
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofMinutes(16)), () -> assertThat(users.authenticate("anna", PASSWORD)).isEqualTo(id));
    }

    @Test
    void of_many_guesses_at_once_each_counts(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        assertThat(db.race(8, 10, () -> users.authenticate("anna", "wrong-password"))).isEmpty();
        assertThat(users.authenticate("anna", PASSWORD)).isNull();
    }

    @Test
    void a_token_works_until_it_is_revoked_or_expired(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        SignIn signIn = db.get(SignIn.class);
        NewToken[] token = new NewToken[1];
        as(db, "anna", () -> token[0] = users.createToken(new CreateToken("script", 30)));
        assertThat(signIn.byToken(token[0].token())).isTrue();
        assertThat(db.get(CurrentUser.class).login()).isEqualTo("anna");
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(31)), () -> assertThat(signIn.byToken(token[0].token())).isFalse());
        as(db, "anna", () -> users.revokeToken(token[0].id()));
        assertThat(signIn.byToken(token[0].token())).isFalse();
        assertThat(db.number("select count(*) from access_token where hash = ?", token[0].token())).isZero();
    }

    @Test
    void a_foreign_token_does_not_exist(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "berta", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        NewToken[] token = new NewToken[1];
        as(db, "anna", () -> token[0] = users.createToken(new CreateToken("script", 30)));
        assertThatThrownBy(() -> as(db, "berta", () -> users.revokeToken(token[0].id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_dismissed_user_is_out_at_once(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        NewToken[] token = new NewToken[1];
        as(db, "anna", () -> token[0] = users.createToken(new CreateToken("script", 30)));
        as(db, "admin", () -> users.activate(anna, false));
        SignIn signIn = db.get(SignIn.class);
        assertThat(signIn.byId(anna)).isFalse();
        assertThat(signIn.byToken(token[0].token())).isFalse();
        assertThat(users.authenticate("anna", PASSWORD)).isNull();
    }

    @Test
    void only_the_administrator_manages_users(Db db) {
        user(db, "anna", Role.FUNDING_OFFICER, null, null);
        CreateUser cmd = new CreateUser("eve", "Eve", null, PASSWORD, Role.ADMIN, null, null);
        assertThatThrownBy(() -> as(db, "anna", () -> db.get(Users.class).create(cmd))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(db, "anna", () -> db.get(UserQueries.class).list(PageRequest.first())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_school_administrator_belongs_to_one_school(Db db) {
        assertThatThrownBy(() -> user(db, "anna", Role.SCHOOL_ADMIN, null, null)).isInstanceOf(Refused.class);
    }

    @Test
    void a_login_exists_once_and_the_answer_says_so(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> user(db, "anna", Role.AUDITOR, null, null)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN)).hasValueSatisfying(why -> {
                    assertThat(why.status()).isEqualTo(409);
                    assertThat(why.code()).isEqualTo("user_login_once");
                }));
    }

    @Test
    void wrong_input_names_its_fields(Db db) {
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        CreateUser cmd = new CreateUser("", "Anna", "no-address", "short", null, null, null);
        assertThatThrownBy(() -> as(db, "admin", () -> db.get(Users.class).create(cmd)))
                .isInstanceOf(ConstraintViolationException.class).satisfies(failure ->
                        assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().fields())
                                .containsOnlyKeys("login", "email", "password", "role"));
    }

    @Test
    void a_role_holds_only_where_there_is_something(Db db) {
        assertThatThrownBy(() -> user(db, "anna", Role.SCHOOL_ADMIN, null, 4711L)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().code()).isEqualTo("role_assignment_school"));
        assertThatThrownBy(() -> user(db, "berta", Role.AUDITOR, 4711L, null)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().code()).isEqualTo("role_assignment_authority"));
        assertThat(db.number("select count(*) from app_user")).as("the administrator only").isEqualTo(1);
    }

    @Test
    void the_list_of_users_takes_two_statements(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        for (int i = 0; i < 30; i++) {
            user(db, "user" + i, Role.AUDITOR, null, null);
        }
        as(db, "admin", () -> assertThat(db.statements(() -> db.get(UserQueries.class).list(PageRequest.first()))).isEqualTo(2));
    }
}
