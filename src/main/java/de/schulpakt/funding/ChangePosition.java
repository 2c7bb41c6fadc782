package de.schulpakt.funding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Changes a position of a draft.
 *
 * @param id           of the application
 * @param appliedCents eligible expenditure, gross, own share included; at most a billion euro
 */
public record ChangePosition(@NotNull Long id, @NotNull Integer version, @NotNull Long positionId,
        @NotBlank @Size(max = 300) String description, @NotNull @Positive @Max(100_000_000_000L) Long appliedCents) {
}
