package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Takes an application back. */
public record WithdrawApplication(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
