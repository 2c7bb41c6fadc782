package de.schulpakt.inventory.device;

import de.schulpakt.platform.text.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The binding period (Zweckbindungsfrist) of a funded device, as the programme's rule said at its delivery.
 *
 * @param start event that starts it
 * @param years how long it lasts
 * @param mode  how its end is counted
 * @param verified false: by a rule that nobody has verified; it warns and does not refuse
 */
public record Binding(@NotNull BindingStart start, @NotNull @Min(1) @Max(30) Integer years, @NotNull BindingMode mode,
        boolean verified) {
    /** By a verified rule. */
    public Binding(BindingStart start, Integer years, BindingMode mode) {
        this(start, years, mode, true);
    }

    /**
     * What may be claimed back of an amount if its purpose ends on a day: the part of the days that are left. By days, as granting bodies
     * usually reckon; nobody has verified it for each programme, so it is shown and refuses nothing.
     *
     * @param began null: it has not begun, so all of it
     */
    public static Money atStake(Money amount, LocalDate began, LocalDate end, LocalDate day) {
        if (began == null || end == null || !day.isAfter(began)) {
            return amount;
        }
        long all = ChronoUnit.DAYS.between(began, end);
        long left = ChronoUnit.DAYS.between(day, end);
        return all <= 0 || left <= 0 ? Money.ZERO : Money.of(Math.multiplyExact(amount.cents(), left) / all);
    }

    /**
     * The last day on which the device is bound, if the event was on that day. A period that starts on 29 February ends on
     * 28 February where there is no 29th (§ 188 Abs. 3 BGB); the day of the event itself is not counted (§ 187 Abs. 1 BGB).
     */
    public LocalDate endFrom(LocalDate event) {
        return switch (mode) {
            case EXACT_DATE -> event.plusYears(years);
            case END_OF_CALENDAR_YEAR -> LocalDate.of(event.getYear() + years, 12, 31);
        };
    }
}
