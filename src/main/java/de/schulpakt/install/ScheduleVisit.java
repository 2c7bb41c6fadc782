package de.schulpakt.install;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Agree a visit.
 *
 * @param minutes how long, 15 to 600
 * @param contact function on site with its hours, e.g. caretaker until 13:00; no private data; may be null
 */
public record ScheduleVisit(@NotNull Long id, @NotNull Integer version, @NotNull Instant startsAt,
        @NotNull @Min(15) @Max(600) Integer minutes, @Size(max = 200) String contact, @Size(max = 1000) String note) {
}
