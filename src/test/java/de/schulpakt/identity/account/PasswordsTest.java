package de.schulpakt.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule for passwords. */
class PasswordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"''|password.short", "kurz|password.short", "        |password.short",
            "   a   b   |password.short", "12345678|password.common", "87654321|password.common", "1234567890123|password.common", "abcdefgh|password.common", "aaaaaaaa|password.common",
            "xyxyxyxyxy|password.common", "passwort|password.common", "Passwort2026!|password.common", "PASSWORD1|password.common", "Sommer2026!|password.common",
            "qwertz123|password.common", "１２３４５６７８|password.common", "foerderung1|password.personal", "Schulpakt2026|password.common", "schulpakt-2026|password.common",
            "Beckmann77|password.personal"})
    void what_is_easy_to_guess_is_refused(String password, String code) {
        assertThatThrownBy(() -> Passwords.check(password, "foerderung", "Petra Beckmann")).as(password)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void each_limit_is_where_it_says() {
        String words = "blaue Tinte regnet ";
        refused("Tinte7!", "password.short");
        accepted("Tinte7!x");
        accepted(words.repeat(11).substring(0, 200));
        refused(words.repeat(11).substring(0, 201), "password.long");
        refused("abababcc", "password.common");
        accepted("abcdabdd");
        accepted("cdefghik");
        accepted("kihgfedc");
        refused("Regen-Lid", "password.personal", "regen");
        accepted("Regen-Lido", "regen");
    }

    @Test
    void whoever_finds_too_many_waiting_is_told_so() throws InterruptedException {
        Passwords passwords = new Passwords();
        passwords.places().drainPermits();
        Thread[] waiting = new Thread[40];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Thread(() -> assertThatThrownBy(() -> passwords.hash("blaue Tinte regnet")).hasMessageStartingWith("login.busy"));
            waiting[i].start();
        }
        while (passwords.places().getQueueLength() < waiting.length) {
            Thread.sleep(5);
        }
        long begin = System.nanoTime();
        assertThatThrownBy(() -> passwords.hash("blaue Tinte regnet")).hasMessageStartingWith("login.busy");
        assertThat(System.nanoTime() - begin).as("at once").isLessThan(2_000_000_000L);
        for (Thread one : waiting) {
            one.interrupt();
            one.join();
        }
    }

    private static void refused(String password, String code) {
        refused(password, code, "foerderung");
    }

    private static void refused(String password, String code, String login) {
        assertThatThrownBy(() -> Passwords.check(password, login, "Petra Beckmann")).as(password).hasMessageStartingWith(code);
    }

    private static void accepted(String password) {
        accepted(password, "foerderung");
    }

    private static void accepted(String password, String login) {
        assertThatCode(() -> Passwords.check(password, login, "Petra Beckmann")).as(password).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-password", "blaue Tinte regnet", "zwölf grüne Äpfel", "correct horse battery staple", "T!sch7Fenster",
            "🐘🦒🐊🐢🦜🐳🦊🐝"})
    void length_counts_and_no_mix_of_characters_is_asked(String password) {
        assertThatCode(() -> Passwords.check(password, "foerderung", "Petra Beckmann")).doesNotThrowAnyException();
    }

    @Test
    void operators_are_told_the_limits_that_hold() throws IOException {
        String told = Files.readString(Path.of("config", "README.md")).replaceAll("\\s+", " ");
        assertThat(told).contains(SignInLimits.ACCOUNT_FAILURES + " failures of one account, or " + SignInLimits.ADDRESS_FAILURES + " of one network address",
                "wished for " + SignInLimits.ACCOUNT_WISHES + " times an account and " + SignInLimits.ADDRESS_WISHES + " times an address",
                "have " + Accounts.MOST_TOKENS + " access tokens");
    }
}
