package de.schulpakt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is read from an address that anybody may have typed. */
class ParamsTest {
    @Test
    void a_day_is_one_of_the_calendar_in_a_sensible_span() {
        assertThat(Params.day("2026-11-23")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(Params.day("1970-01-01")).isEqualTo(LocalDate.of(1970, 1, 1));
        assertThat(Params.day("2100-12-31")).isEqualTo(LocalDate.of(2100, 12, 31));
        for (String none : Arrays.asList(null, "", "abc", "2026-02-30", "2026-13-01", "0026-01-01", "1969-12-31", "2101-01-01", "9999-12-31",
                "+999999999-12-31", "-999999999-01-01", "2026-11-23T00:00")) {
            assertThat(Params.day(none)).as("%s", none).isNull();
        }
    }

    @Test
    void a_number_is_one_that_an_id_can_be() {
        assertThat(Params.number("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
        for (String none : Arrays.asList(null, "", "-1", "abc", "9223372036854775807", "1e9", "٣")) {
            assertThat(Params.number(none)).as("%s", none).isNull();
        }
    }
}
