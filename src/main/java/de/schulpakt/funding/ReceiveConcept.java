package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Records that the media concept of a school has come.
 *
 * @param id of the application
 */
public record ReceiveConcept(@NotNull Long id, @NotNull Integer version, @NotNull Long annexId,
        @NotNull LocalDate receivedOn) {
}
