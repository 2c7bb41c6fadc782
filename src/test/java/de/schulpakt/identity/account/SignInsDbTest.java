package de.schulpakt.identity.account;

import static de.schulpakt.kit.IdentityGiven.PASSWORD;
import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords are compared few at a time and without a connection; strangers are slowed, nobody is locked out. */
@DbTest
class SignInsDbTest {
    private static final String WRONG = "wrong-password";

    @BeforeEach
    @AfterEach
    void nobody_has_failed_yet(Db db) {
        db.get(SignInLimits.class).forgetAll();
    }

    @Test
    void login_and_password_must_fit(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        assertThat(check(db, "anna", PASSWORD, "192.0.2.1")).isEqualTo(id);
        refused("login.wrong", () -> check(db, "anna", WRONG, "192.0.2.1"));
        refused("login.wrong", () -> check(db, "nobody", PASSWORD, "192.0.2.1"));
        as(db, "admin", () -> db.get(Users.class).activate(id, false));
        refused("login.wrong", () -> check(db, "anna", PASSWORD, "192.0.2.1"));
    }

    @Test
    void a_hash_of_another_cost_is_renewed_by_the_next_sign_in(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        String now = hash(db, id);
        String old = new String(BCrypt.with(BCrypt.Version.VERSION_2A, new SecureRandom(), LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A))
                .hash(6, PASSWORD.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
        db.sql("update app_user set password_hash = ? where id = ?", old, id);
        refused("login.wrong", () -> check(db, "anna", WRONG, "192.0.2.1"));
        assertThat(hash(db, id)).isEqualTo(old);
        check(db, "anna", PASSWORD, "192.0.2.1");
        assertThat(hash(db, id)).isNotEqualTo(old).startsWith(now.substring(0, 7));
        String renewed = hash(db, id);
        assertThat(check(db, "anna", PASSWORD, "192.0.2.1")).isEqualTo(id);
        assertThat(hash(db, id)).as("it is not made anew each time").isEqualTo(renewed);
    }

    private static String hash(Db db, Long id) {
        return (String) db.sql("select password_hash as h from app_user where id = ?", id).get(0).get("h");
    }

    @Test
    void after_ten_failures_the_next_try_has_to_wait_and_then_may(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        fail(db, "anna", "192.0.2.1", SignInLimits.ACCOUNT_FAILURES);
        refused("login.wait", () -> check(db, "anna", PASSWORD, "192.0.2.1"));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofSeconds(31)), () -> assertThat(check(db, "anna", PASSWORD, "192.0.2.1")).isEqualTo(id));
    }

    @Test
    void strangers_lock_nobody_out_who_has_signed_in_from_here_before(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        db.request(() -> {
            db.get(SignIn.class).from("192.0.2.7");
            db.get(Accounts.class).begin(db.get(SignIns.class).check("anna", PASSWORD), "Firefox");
        });
        fail(db, "anna", "198.51.100.1", SignInLimits.ACCOUNT_FAILURES);
        refused("login.wait", () -> check(db, "anna", PASSWORD, "198.51.100.2"));
        assertThat(check(db, "anna", PASSWORD, "192.0.2.7")).isEqualTo(id);
    }

    @Test
    void an_administrator_lets_an_account_be_tried_again(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        fail(db, "anna", "192.0.2.1", SignInLimits.ACCOUNT_FAILURES);
        as(db, "admin", () -> db.get(Users.class).unlock(id));
        assertThat(check(db, "anna", PASSWORD, "192.0.2.1")).isEqualTo(id);
    }

    @Test
    void a_mistyped_name_is_put_right_and_signs_in_from_then_on(Db db) {
        Long id = user(db, "anan", Role.TECHNICIAN, null, null);
        user(db, "berta", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> {
            Users users = db.get(Users.class);
            assertThatThrownBy(() -> users.correct(id, new Users.Correct("berta", "Anna"))).hasStackTraceContaining("user_login_once");
            users.correct(id, new Users.Correct("anna", " Anna "));
            assertThat(db.get(UserQueries.class).view(id).name()).isEqualTo("Anna");
            refused("user.not_own_name", () -> users.correct(db.get(CurrentUser.class).id(), new Users.Correct("chef", "Chef")));
        });
        assertThat(check(db, "anna", PASSWORD, "192.0.2.1")).isEqualTo(id);
        refused("login.wrong", () -> check(db, "anan", PASSWORD, "192.0.2.1"));
        assertThatThrownBy(() -> as(db, "anna", () -> db.get(Users.class).correct(id, new Users.Correct("x", "x")))).isInstanceOf(Forbidden.class);
    }

    @Test
    void one_address_cannot_try_one_account_after_the_other(Db db) {
        for (int i = 0; i < SignInLimits.ADDRESS_FAILURES; i++) {
            String login = "nobody" + i;
            refused("login.wrong", () -> check(db, login, WRONG, "192.0.2.9"));
        }
        refused("login.wait", () -> check(db, "somebody", WRONG, "192.0.2.9"));
        refused("login.wrong", () -> check(db, "somebody", WRONG, "192.0.2.10"));
    }

    @Test
    void of_many_guesses_at_once_each_counts(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        List<Throwable> thrown = db.race(12, 24, () -> {
            db.get(SignIn.class).from("192.0.2.1");
            db.get(SignIns.class).check("anna", WRONG);
        });
        assertThat(thrown).extracting(t -> ((Refused) t).code()).hasSize(24)
                .filteredOn("login.wrong"::equals).hasSizeLessThanOrEqualTo(SignInLimits.ACCOUNT_FAILURES);
        assertThat(db.number("select count(*) from security_event where kind = 'SIGN_IN_SLOWED'")).as("one line a minute").isEqualTo(1);
    }

    @Test
    void no_connection_is_held_while_a_password_is_compared(Db db) throws Exception {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Passwords passwords = db.get(Passwords.class);
        int places = passwords.places().drainPermits();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread guess = new Thread(() -> {
            try {
                check(db, "anna", PASSWORD, "192.0.2.1");
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        guess.start();
        try {
            while (passwords.places().getQueueLength() == 0 && guess.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(guess.isAlive()).isTrue();
            assertThat(db.connectionsInUse()).isZero();
        } finally {
            passwords.places().release(places);
            guess.join();
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void a_line_of_the_security_log_cannot_be_forged(Db db) {
        refused("login.wrong", () -> check(db, "eve\nSIGN_IN user=1 login=\"root\"\u202E", WRONG, "192.0.2.1"));
        assertThat(db.sql("select login from security_event").get(0).get("login"))
                .isEqualTo("eve\\u000aSIGN_IN user=1 login=\\u0022root\\u0022\\u202e");
    }

    @Test
    void every_act_is_a_line(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> {
            Users users = db.get(Users.class);
            users.grant(anna, new Grant(Role.AUDITOR, null, null));
            users.takeRole(anna, new Grant(Role.AUDITOR, null, null));
            users.activate(anna, false);
            users.activate(anna, true);
            users.unlock(anna);
            users.endAll(anna);
        });
        assertThat(db.sql("select kind from security_event where user_id = ? order by id", anna)).extracting(row -> row.get("kind"))
                .containsExactly("ACCOUNT_MADE", "LINK_SHOWN", "PASSWORD_SET", "ROLE_GRANTED", "ROLE_TAKEN", "ACCOUNT_DEACTIVATED", "ACCOUNT_ACTIVATED",
                        "ACCOUNT_UNLOCKED", "ALL_ENDED");
    }

    private static Long check(Db db, String login, String password, String address) {
        Long[] id = new Long[1];
        db.request(() -> {
            db.get(SignIn.class).from(address);
            id[0] = db.get(SignIns.class).check(login, password);
        });
        return id[0];
    }

    private static void fail(Db db, String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            refused("login.wrong", () -> check(db, login, WRONG, address));
        }
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
