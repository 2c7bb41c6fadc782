package de.schulpakt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothing_is_the_rest(String typed) {
        assertThat(Amounts.part(typed, Locale.GERMAN)).isEqualTo(new Amounts.Part(null, null));
        assertThat(Amounts.part(typed)).as("without a page").isEqualTo(new Amounts.Part(null, null));
    }

    @ParameterizedTest
    @CsvSource({"30 %,3000", "' 12,5% ',1250", "100 %,10000", "101 %,10001", "99999999999 %,10001", "-1 %,-1", "-99999999999 %,-1"})
    void a_share_is_basis_points_and_never_farther_out_than_one_of_them(String typed, Integer bp) {
        assertThat(Amounts.part(typed, Locale.GERMAN)).isEqualTo(new Amounts.Part(null, bp));
    }

    @Test
    void an_amount_is_cents() {
        assertThat(Amounts.part("294,00", Locale.GERMAN)).isEqualTo(new Amounts.Part(29_400L, null));
        assertThat(Amounts.part("294.00", Locale.ENGLISH)).isEqualTo(new Amounts.Part(29_400L, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", " % ", "%%", "x %", "x", "30 % 5", "12,500 %", "18,000"})
    void what_is_neither_is_refused(String typed) {
        assertThatThrownBy(() -> Amounts.part(typed, Locale.GERMAN)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("money.unreadable"));
    }
}
