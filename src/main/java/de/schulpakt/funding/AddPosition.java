package de.schulpakt.funding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Adds a position to a school of a draft.
 *
 * @param id           of the application
 * @param appliedCents eligible expenditure, gross, own share included; at most a billion euro
 */
public record AddPosition(@NotNull Long id, @NotNull Integer version, @NotNull Long annexId, @NotNull Category category,
        @NotBlank @Size(max = 300) String description, @NotNull @Positive @Max(100_000_000_000L) Long appliedCents) {
}
