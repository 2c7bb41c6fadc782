package de.schulpakt.school.register;

import jakarta.validation.constraints.NotNull;

/** Starts an import whose dry run was seen in this version. */
public record RunImport(@NotNull Long id, @NotNull Integer version) {
}
