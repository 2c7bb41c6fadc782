package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Adds a school to a draft (Anlage Schule).
 *
 * @param id                of the application
 * @param conceptReceivedOn day on which the media concept came, null if it has not
 * @param conceptDueOn      day until which it is to follow, null if it came or no day is set
 */
public record AddAnnex(@NotNull Long id, @NotNull Integer version, @NotNull Long schoolId, LocalDate conceptReceivedOn,
        LocalDate conceptDueOn) {
}
