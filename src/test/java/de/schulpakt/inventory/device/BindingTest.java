package de.schulpakt.inventory.device;

import static de.schulpakt.inventory.device.BindingMode.END_OF_CALENDAR_YEAR;
import static de.schulpakt.inventory.device.BindingMode.EXACT_DATE;
import static de.schulpakt.inventory.device.BindingStart.COMMISSIONING;
import static de.schulpakt.inventory.device.BindingStart.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the binding period of a device begins and ends. */
class BindingTest {

    @Test
    void an_exact_period_ends_on_the_same_day_of_the_last_year() {
        assertThat(end(5, EXACT_DATE, "2026-11-23")).isEqualTo("2031-11-23");
    }

    @Test
    void a_period_from_29_february_ends_on_the_28th_where_there_is_no_29th() {
        assertThat(end(5, EXACT_DATE, "2028-02-29")).isEqualTo("2033-02-28");
        assertThat(end(4, EXACT_DATE, "2028-02-29")).isEqualTo("2032-02-29");
    }

    @Test
    void a_period_by_calendar_years_ends_with_the_nth_following_year() {
        assertThat(end(5, END_OF_CALENDAR_YEAR, "2026-01-01")).isEqualTo("2031-12-31");
        assertThat(end(5, END_OF_CALENDAR_YEAR, "2026-12-31")).isEqualTo("2031-12-31");
        assertThat(end(3, END_OF_CALENDAR_YEAR, "2028-02-29")).isEqualTo("2031-12-31");
    }

    @Test
    void a_binding_from_delivery_has_its_end_at_once() {
        Device device = device(new Binding(DELIVERY, 3, EXACT_DATE));
        assertThatThrownBy(() -> device.mayRetire(LocalDate.parse("2029-03-02"))).isInstanceOf(Refused.class)
                .hasMessageContaining("device.bound_until").hasMessageContaining("2029-03-02");
        device.mayRetire(LocalDate.parse("2029-03-03"));
    }

    @Test
    void a_binding_from_commissioning_has_its_end_when_the_device_is_put_into_service() {
        Device device = device(new Binding(COMMISSIONING, 5, EXACT_DATE));
        assertThatThrownBy(() -> device.mayRetire(LocalDate.parse("2060-01-01")))
                .hasMessageContaining("device.binding_not_started");
        device.moveTo(1L);
        device.inService(LocalDate.parse("2026-06-01"));
        device.inService(LocalDate.parse("2030-06-01"));
        assertThatThrownBy(() -> device.mayRetire(LocalDate.parse("2031-06-01"))).hasMessageContaining("2031-06-01");
        device.mayRetire(LocalDate.parse("2031-06-02"));
    }

    @Test
    void a_device_without_binding_may_be_retired_at_any_time() {
        device(null).mayRetire(LocalDate.parse("2026-03-02"));
    }

    private static String end(int years, BindingMode mode, String event) {
        return new Binding(COMMISSIONING, years, mode).endFrom(LocalDate.parse(event)).toString();
    }

    private static Device device(Binding binding) {
        return new Device("G-2026-0001", new Devices.Register(1L, "SN1", 1L, null, null, null, null, null, 1L,
                LocalDate.parse("2026-03-02"), binding));
    }

    /** 1,000 days, of which so many are left. */
    @ParameterizedTest
    @CsvSource({"2026-01-01,100000", "2025-12-31,100000", "2026-01-02,99900", "2027-05-16,50000", "2028-09-26,100", "2028-09-27,0", "2028-09-28,0"})
    void what_may_be_claimed_back_falls_with_each_day(LocalDate day, long cents) {
        assertThat(Binding.atStake(Money.of(100_000), LocalDate.of(2026, 1, 1), LocalDate.of(2028, 9, 27), day)).isEqualTo(Money.of(cents));
    }

    @Test
    void of_what_has_not_begun_all_is_at_stake() {
        assertThat(Binding.atStake(Money.of(7), null, LocalDate.of(2030, 1, 1), LocalDate.of(2026, 1, 1))).isEqualTo(Money.of(7));
        assertThat(Binding.atStake(Money.of(7), LocalDate.of(2025, 1, 1), null, LocalDate.of(2026, 1, 1))).isEqualTo(Money.of(7));
        assertThat(Binding.atStake(Money.of(7), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))).isEqualTo(Money.ZERO);
    }
}
