package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new application (Dachantrag), as a draft. */
public record CreateApplication(@NotNull Long programmeId, @NotNull Long authorityId,
        @NotBlank @Size(max = 200) String title) {
}
