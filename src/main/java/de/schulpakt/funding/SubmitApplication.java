package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Submits an application to the granting body. */
public record SubmitApplication(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
