package de.schulpakt.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule for passwords. */
class PasswordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"''|short", "kurz|short", "        |short",
            "   a   b   |short", "12345678|common", "87654321|common", "1234567890123|common", "abcdefgh|common", "aaaaaaaa|common",
            "xyxyxyxyxy|common", "passwort|common", "Passwort2026!|common", "PASSWORD1|common", "Sommer2026!|common",
            "qwertz123|common", "１２３４５６７８|common", "foerderung1|personal", "Schulpakt2026|common", "schulpakt-2026|common",
            "Beckmann77|personal"})
    void what_is_easy_to_guess_is_refused(String password, String code) {
        assertThatThrownBy(() -> Passwords.check(password, "foerderung", "Petra Beckmann")).as(password)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("password." + code));
    }

    @Test
    void each_limit_is_where_it_says() {
        String words = "blaue Tinte regnet ";
        refused("Tinte7!", "short");
        accepted("Tinte7!x");
        accepted(words.repeat(11).substring(0, 200));
        refused(words.repeat(11).substring(0, 201), "long");
        refused("abababcc", "common");
        accepted("abcdabdd");
        accepted("cdefghik");
        accepted("kihgfedc");
        refused("Regen-Lid", "personal", "regen");
        accepted("Regen-Lido", "regen");
    }

    private static void refused(String password, String code) {
        refused(password, code, "foerderung");
    }

    private static void refused(String password, String code, String login) {
        assertThatThrownBy(() -> Passwords.check(password, login, "Petra Beckmann")).as(password).hasMessageStartingWith("password." + code);
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
}
