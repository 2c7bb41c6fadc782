package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * How much grant money an authority may apply for in a programme.
 *
 * @param version      null when the authority has no ceiling yet
 * @param ceilingCents grant money, without own share
 */
public record SetCeiling(@NotNull Long programmeId, @NotNull Long authorityId, Integer version,
        @NotNull @PositiveOrZero Long ceilingCents, @NotBlank @Size(max = 300) String source, @NotNull Boolean verified) {
}
