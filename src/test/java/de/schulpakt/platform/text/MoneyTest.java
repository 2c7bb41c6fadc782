package de.schulpakt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234,5|123450", "1.234,50|123450", "1,234.50|123450", "1234|123400", "1.234|123400",
            "12.34|1234", "1234.56|123456", "0,01|1", "-3,20|-320", "1 234,50 EUR|123450", "1.234.567,89 €|123456789", "9999999999999,99|999999999999999"})
    void an_amount_is_read_as_people_write_it(String text, long cents) {
        assertThat(Money.parse(text, Locale.GERMANY).cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,234", "1,2,3", "12,345", "1e5", "1.2.3,4", "1.23,4", "1,234.5.6", "99999999999999999999", "0x10", "--1"})
    void what_is_no_amount_is_refused(String text) {
        assertThatThrownBy(() -> Money.parse(text, Locale.GERMANY)).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.code()).isEqualTo("money.unreadable"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234.5|123450", "1,234.50|123450", "1.234,50|123450", "1,234|123400", "12,34|1234", "1234,56|123456"})
    void an_amount_in_english_groups_by_commas(String text, long cents) {
        assertThat(Money.parse(text, Locale.UK).cents()).isEqualTo(cents);
    }

    @Test
    void an_amount_is_written_as_the_language_does() {
        assertThat(Money.of(123456789).text(Locale.GERMANY)).isEqualTo("1.234.567,89 EUR");
        assertThat(Money.of(123456789).amount(Locale.UK)).isEqualTo("1,234,567.89");
        assertThat(Money.of(-5).amount(Locale.GERMANY)).isEqualTo("-0,05");
    }

    @Test
    void the_own_share_is_rounded_up_to_the_cent() {
        assertThat(Money.of(1001).shareRoundedUp(1000)).isEqualTo(Money.of(101));
        assertThat(Money.of(1000).shareRoundedUp(1000)).isEqualTo(Money.of(100));
        assertThat(Money.of(23_556_313).shareHalfUp(1000)).isEqualTo(Money.of(2_355_631));
        assertThat(Money.of(3_975_055).shareHalfUp(1000)).isEqualTo(Money.of(397_506));
    }

    @Test
    void net_is_gross_without_the_tax_in_it() {
        assertThat(Money.of(11900).net(1900)).isEqualTo(Money.of(10000));
        assertThat(Money.of(100).net(1900)).isEqualTo(Money.of(84));
    }

    @Test
    void too_large_a_sum_is_an_error_and_never_a_wrong_number() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE).plus(Money.of(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void parts_are_the_amount_and_the_largest_remainders_get_the_cents() {
        assertThat(Money.of(100).split(1, 1, 1)).containsExactly(34, 33, 33);
        assertThat(Money.of(219_600).split(190_200, 29_400)).containsExactly(190_200, 29_400);
        assertThat(Money.of(10).split(6667, 3333)).containsExactly(7, 3);
        assertThat(Money.of(0).split(1, 2)).containsExactly(0, 0);
        assertThat(Money.of(5).split(0, 3)).containsExactly(0, 5);
        long large = 9_000_000_000_000_00L;
        assertThat(java.util.stream.LongStream.of(Money.of(large).split(large, large - 1, 7)).sum()).isEqualTo(large);
    }

    @Test
    void of_equal_remainders_the_first_gets_the_cent() {
        assertThat(Money.of(100).split(1, 1, 1)).containsExactly(34, 33, 33);
        assertThat(Money.of(101).split(1, 1, 1)).containsExactly(34, 34, 33);
        assertThat(Money.of(5).split(3, 3, 4)).containsExactly(2, 1, 2);
    }

    @Test
    void amounts_are_compared_and_multiplied_to_the_cent() {
        assertThat(Money.of(2)).isGreaterThan(Money.of(1)).isLessThan(Money.of(3)).isEqualByComparingTo(Money.of(2));
        assertThat(Money.of(549_00).times(4)).isEqualTo(Money.of(2_196_00));
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE).times(2)).isInstanceOfAny(Refused.class, ArithmeticException.class);
    }

    @Test
    void whatever_is_typed_is_no_other_amount_and_three_digits_behind_a_sign_are_thousands_or_refused() {
        Random random = new Random(30);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
            char group = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
            for (int i = 0; i < 2000; i++) {
                int euros = random.nextInt(1, 1000);
                String three = i % 4 == 0 ? "000" : String.format("%03d", random.nextInt(1000));
                assertThat(Money.parse(euros + String.valueOf(group) + three, locale).cents()).isEqualTo(100L * Integer.parseInt(euros + three));
                String wrong = euros + String.valueOf(decimal) + three;
                assertThatThrownBy(() -> Money.parse(wrong, locale)).as("%s in %s", wrong, locale).isInstanceOfSatisfying(Refused.class,
                        e -> assertThat(e.code()).isEqualTo("money.unreadable"));
                long cents = random.nextLong(-1_000_000_000L, 1_000_000_000L);
                assertThat(Money.parse(Money.of(cents).text(locale), locale).cents()).isEqualTo(cents);
            }
        }
    }

    @Test
    void a_third_decimal_is_refused_even_if_it_is_nothing() {
        assertThatThrownBy(() -> Money.parse("18,000", Locale.GERMANY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Money.parse("30.000", Locale.UK)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Money.parse("1.018,000", Locale.GERMANY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Money.parse("12,341", Locale.GERMANY)).isInstanceOf(Refused.class);
        assertThat(Money.parse("9.999.999.999.999,99", Locale.GERMANY).cents()).isEqualTo(999_999_999_999_999L);
        assertThatThrownBy(() -> Money.parse("10.000.000.000.000,00", Locale.GERMANY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Money.parse("-10.000.000.000.000,00", Locale.GERMANY)).isInstanceOf(Refused.class);
    }
}
