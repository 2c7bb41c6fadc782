package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Says that the value of a rule was found in an official source, and in which. */
public record ConfirmRule(@NotNull Long programmeId, @NotNull Long ruleId, @NotNull Integer version,
        @NotBlank @Size(max = 300) String source, @Size(max = 500) String sourceUrl) {
}
