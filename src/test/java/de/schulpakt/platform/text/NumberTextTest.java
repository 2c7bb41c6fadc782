package de.schulpakt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"23,4|23.4|23.4", "23.4|23.4|23.4", "1.234|1234|1.234", "1,234|1.234|1234", "12.345,6|12345.6|12345.6",
            "12,345.6|12345.6|12345.6", "1.234.567|1234567|1234567", "1 234,5|1234.5|1234.5", "0.123|0.123|0.123", "-5,5|-5.5|-5.5",
            "\u22125|-5|-5", "24|24|24", "1234.567|1234.567|1234.567"})
    void a_number_is_never_another_one(String text, BigDecimal german, BigDecimal english) {
        assertThat(NumberText.read(text, Locale.GERMANY)).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(german));
        assertThat(NumberText.read(text, Locale.UK)).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "1,2,3", "1.23.4", "1.23,4.5", "1.23,4", "12.34.567", "1e5", "--1", ",5", "5,", "0x10", "NaN",
            "99999999999999999999"})
    void what_fits_no_way_is_no_number(String text) {
        assertThat(NumberText.read(text, Locale.GERMANY)).isEmpty();
        assertThat(NumberText.read(text, Locale.UK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"50.357|50.357", "50,357|50.357", "7.5987|7.5987", "-58|-58", "37,5|37.5"})
    void a_coordinate_takes_both_signs(String text, BigDecimal number) {
        assertThat(NumberText.measure(text)).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @Test
    void forty_characters_are_read_and_one_more_is_not() {
        String longest = "123456789012345." + "5".repeat(20);
        assertThat(NumberText.measure(longest + "0")).isEmpty();
        assertThat(NumberText.measure(longest)).hasValueSatisfying(n -> assertThat(n.precision()).isEqualTo(35));
        String grouped = "1.234.567.890.123," + "5".repeat(20);
        assertThat(NumberText.read(grouped, Locale.GERMANY)).isPresent();
        assertThat(NumberText.read("+" + grouped, Locale.GERMANY)).isPresent();
        assertThat(NumberText.read("+" + grouped + "55", Locale.GERMANY)).isEmpty();
    }

    @Test
    void what_the_language_writes_is_read_as_it_was() {
        Random random = new Random(12);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
            for (int i = 0; i < 2000; i++) {
                BigDecimal number = BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 2);
                String text = format.format(number);
                assertThat(NumberText.read(text, locale)).as("%s in %s", text, locale)
                        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
            }
        }
    }
}
