package de.schulpakt.identity.factor;

import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SecondStep;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.Users;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.seal.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code counts once; recovery codes too; nobody gets around what a role demands. */
@DbTest
class FactorsDbTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:05Z");
    private Long anna;
    private byte[] secret;
    private List<String> recovery;

    @BeforeEach
    void anna_has_a_second_factor(Db db) {
        anna = user(db, "anna", Role.TECHNICIAN, null, null);
        at(db, NOW, () -> as(db, "anna", () -> {
            secret = new Base32().decode(db.get(Factors.class).begin().secret().replace(" ", ""));
            recovery = db.get(Factors.class).confirm(new Factors.Prove(Codes.code(secret, NOW.minusSeconds(60).plusSeconds(30))));
        }));
    }

    @Test
    void a_code_of_the_device_counts_once(Db db) {
        assertThat(db.get(SignIns.class).needsCode(anna)).isTrue();
        String code = Codes.code(secret, NOW);
        at(db, NOW, () -> {
            prove(db, code.substring(0, 3) + " " + code.substring(3));
            refused("login.code_wrong", () -> prove(db, code));
        });
    }

    @Test
    void a_code_counts_one_step_of_the_clock_to_either_side_and_no_further(Db db) {
        at(db, NOW.plusSeconds(300), () -> {
            refused("login.code_wrong", () -> prove(db, Codes.code(secret, NOW.plusSeconds(240))));
            refused("login.code_wrong", () -> prove(db, Codes.code(secret, NOW.plusSeconds(360))));
            prove(db, Codes.code(secret, NOW.plusSeconds(270)));
            prove(db, Codes.code(secret, NOW.plusSeconds(330)));
            refused("login.code_wrong", () -> prove(db, Codes.code(secret, NOW.plusSeconds(300))));
        });
    }

    @Test
    void of_one_code_sent_by_eight_at_once_one_counts(Db db) throws Exception {
        String code = recovery.get(0);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SecondStep.Found>> tries = IntStream.range(0, 8)
                    .<Callable<SecondStep.Found>>mapToObj(i -> () -> {
                        SecondStep.Found[] found = new SecondStep.Found[1];
                        db.request(() -> found[0] = db.get(FactorStep.class).prove(anna, code));
                        return found[0];
                    }).toList();
            long right = 0;
            for (var one : many.invokeAll(tries)) {
                right += one.get() == SecondStep.Found.RIGHT ? 1 : 0;
            }
            assertThat(right).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void ten_recovery_codes_replace_the_device_once_each(Db db) {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        at(db, NOW, () -> {
            prove(db, recovery.get(0).toUpperCase(java.util.Locale.ROOT).replace("-", " "));
            refused("login.code_wrong", () -> prove(db, recovery.get(0)));
            prove(db, recovery.get(1));
        });
        as(db, "anna", () -> assertThat(db.get(FactorQueries.class).own().orElseThrow().codes()).isEqualTo(8));
        at(db, NOW.plusSeconds(60), () -> as(db, "anna", () -> assertThat(db.get(FactorProofs.class)
                .renewCodes(new Factors.Prove(Codes.code(secret, NOW.plusSeconds(60))))).hasSize(10).doesNotContain(recovery.get(2))));
        at(db, NOW, () -> refused("login.code_wrong", () -> prove(db, recovery.get(2))));
    }

    @Test
    void guessing_is_slowed_and_ends_after_a_hundred(Db db) {
        Instant at = NOW;
        for (int i = 1; i <= 100; i++) {
            at = at.plus(Duration.ofMinutes(1));
            String code = i < 100 ? "login.code_wrong" : "login.code_spent";
            at(db, at, () -> refused(code, () -> prove(db, "x")));
        }
        Instant later = at.plus(Duration.ofHours(1));
        at(db, later, () -> {
            refused("login.code_spent", () -> prove(db, Codes.code(secret, later)));
            prove(db, recovery.get(0));
            prove(db, Codes.code(secret, later));
            for (int i = 0; i < 10; i++) {
                refused("login.code_wrong", () -> prove(db, "000"));
            }
            refused("login.wait", () -> prove(db, recovery.get(1)));
        });
        as(db, "admin", () -> db.get(Users.class).unlock(anna));
        at(db, later, () -> prove(db, recovery.get(1)));
    }

    @Test
    void it_is_switched_off_with_a_code_only_and_not_where_a_role_demands_it(Db db) {
        demand(db, Role.TECHNICIAN);
        at(db, NOW, () -> as(db, "anna", () -> refused("factor.demanded",
                () -> db.get(FactorProofs.class).switchOff(new Factors.Prove(recovery.get(0))))));
        demand(db);
        at(db, NOW, () -> as(db, "anna", () -> {
            refused("login.code_wrong", () -> db.get(FactorProofs.class).switchOff(new Factors.Prove("123")));
            db.get(FactorProofs.class).switchOff(new Factors.Prove(recovery.get(0)));
        }));
        assertThat(db.get(SignIns.class).needsCode(anna)).isFalse();
        as(db, "anna", () -> assertThat(db.get(FactorQueries.class).own()).isEmpty());
    }

    @Test
    void what_is_lost_an_administrator_takes_away_and_nobody_else_and_nobody_the_own(Db db) {
        Long admin = id(db, "admin");
        as(db, "anna", () -> assertThatThrownBy(() -> db.get(Factors.class).reset(admin)).isInstanceOf(Forbidden.class));
        as(db, "admin", () -> {
            refused("factor.not_own", () -> db.get(Factors.class).reset(admin));
            db.get(Factors.class).reset(anna);
            assertThatThrownBy(() -> db.get(Factors.class).reset(anna)).isInstanceOf(NotFound.class);
            assertThat(db.get(FactorQueries.class).of(anna)).isEmpty();
        });
        assertThat(db.get(SignIns.class).needsCode(anna)).isFalse();
    }

    @Test
    void a_role_that_demands_it_is_asked_to_set_it_up(Db db) {
        Long berta = user(db, "berta", Role.TECHNICIAN, null, null);
        assertThat(db.get(SignIns.class).needsSetup(berta)).isFalse();
        demand(db, Role.TECHNICIAN);
        assertThat(db.get(SignIns.class).needsSetup(berta)).isTrue();
        assertThat(db.get(SignIns.class).needsSetup(anna)).isFalse();
        as(db, "admin", () -> {
            assertThat(db.get(FactorQueries.class).roles()).contains(new FactorQueries.RoleRow(Role.TECHNICIAN, true, 2, 1));
            refused("factor.first_own", () -> db.get(Factors.class).demand(new Factors.Demand(EnumSet.of(Role.ADMIN))));
        });
        demand(db);
        assertThat(db.get(SignIns.class).needsSetup(berta)).isFalse();
    }

    @Test
    void there_is_one_and_it_is_asked_for_once_it_was_confirmed(Db db) {
        as(db, "anna", () -> refused("factor.exists", () -> db.get(Factors.class).begin()));
        Long berta = user(db, "berta", Role.TECHNICIAN, null, null);
        as(db, "berta", () -> {
            db.get(Factors.class).begin();
            String again = db.get(Factors.class).begin().secret();
            assertThat(db.get(SignIns.class).needsCode(berta)).isFalse();
            at(db, NOW, () -> {
                refused("login.code_wrong", () -> db.get(Factors.class).confirm(new Factors.Prove("000000 1")));
                db.get(Factors.class).confirm(new Factors.Prove(Codes.code(new Base32().decode(again.replace(" ", "")), NOW)));
                refused("factor.exists", () -> db.get(Factors.class).confirm(new Factors.Prove("1")));
            });
        });
        assertThat(db.get(SignIns.class).needsCode(berta)).isTrue();
    }

    @Test
    void setting_it_up_ends_tokens_and_other_sessions(Db db) {
        user(db, "berta", Role.TECHNICIAN, null, null);
        String[] token = new String[1];
        as(db, "berta", () -> token[0] = db.get(de.schulpakt.identity.account.Accounts.class)
                .createToken(new de.schulpakt.identity.account.Accounts.CreateToken("script", 30)).token());
        db.request(() -> assertThat(db.get(SignIn.class).byToken(token[0])).isTrue());
        at(db, NOW, () -> as(db, "berta", () -> db.get(Factors.class).confirm(new Factors.Prove(
                Codes.code(new Base32().decode(db.get(Factors.class).begin().secret().replace(" ", "")), NOW)))));
        db.request(() -> assertThat(db.get(SignIn.class).byToken(token[0])).isFalse());
    }

    @Test
    void a_secret_opens_for_its_account_and_with_its_key_only(Db db) {
        Seal seal = db.get(Seal.class);
        byte[] sealed = seal.seal("second-factor:1", new byte[] {1, 2, 3});
        assertThat(seal.open("second-factor:1", sealed)).contains(new byte[] {1, 2, 3});
        assertThat(seal.open("second-factor:2", sealed)).isEmpty();
        assertThat(seal.seal("second-factor:1", new byte[] {1, 2, 3})).isNotEqualTo(sealed);
        String key = System.getProperty("schulpakt.key");
        try {
            System.setProperty("schulpakt.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            assertThat(seal.open("second-factor:1", sealed)).isEmpty();
            at(db, NOW, () -> {
                refused("login.code_unreadable", () -> prove(db, Codes.code(secret, NOW)));
                prove(db, recovery.get(0));
            });
            System.setProperty("schulpakt.key", "short");
            refused("seal.no_key", () -> seal.seal("x", new byte[0]));
        } finally {
            System.setProperty("schulpakt.key", key);
        }
    }

    private void prove(Db db, String code) {
        db.get(SignIns.class).prove(anna, code);
    }

    private static void demand(Db db, Role... roles) {
        as(db, "admin", () -> db.get(Factors.class).demand(new Factors.Demand(Set.of(roles))));
    }

    private static Long id(Db db, String login) {
        Long[] id = new Long[1];
        as(db, login, () -> id[0] = db.get(de.schulpakt.identity.CurrentUser.class).id());
        return id[0];
    }

    private static void at(Db db, Instant at, Runnable work) {
        db.get(Clock.class).at(at, work);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
