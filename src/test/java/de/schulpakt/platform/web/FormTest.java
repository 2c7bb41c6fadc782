package de.schulpakt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private final Form form = new Form();

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,5", "12 34", "\u0661", "9999999999999999999", "1e3", "--1"})
    void what_is_no_number_is_refused(String typed) {
        form.put("year", typed);
        refused(() -> form.number("year"));
        refused(() -> form.whole("year"));
    }

    @Test
    void a_count_with_too_many_digits_is_refused() {
        form.put("year", "3000000000");
        assertThat(form.number("year")).isEqualTo(3_000_000_000L);
        refused(() -> form.whole("year"));
    }

    @Test
    void numbers_are_read() {
        form.put("year", " 2026 ");
        form.put("id", 7L);
        form.put("none", " ");
        assertThat(form.whole("year")).isEqualTo(2026);
        assertThat(form.number("id")).isEqualTo(7L);
        assertThat(form.number("none")).isNull();
        assertThat(form.whole("missing")).isNull();
    }

    @Test
    void an_amount_is_read_with_comma_and_point_and_refused_otherwise() {
        form.put("amount", " 2,5 ");
        assertThat(form.decimal("amount")).isEqualByComparingTo("2.5");
        form.put("amount", "80");
        assertThat(form.decimal("amount")).isEqualByComparingTo("80");
        assertThat(form.decimal("missing")).isNull();
        for (String odd : new String[] {"-1", "1.000,5", "1e9", "zwei", "1234567890"}) {
            form.put("amount", odd);
            assertThatThrownBy(() -> form.decimal("amount")).hasMessageContaining("number.decimal");
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reads) {
        assertThatThrownBy(reads).isInstanceOfSatisfying(Refused.class, why -> assertThat(why.code()).isEqualTo("number.whole"));
    }
}
