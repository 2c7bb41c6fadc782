package de.schulpakt.school.register;

import jakarta.validation.constraints.NotNull;

/**
 * Other settings of an import.
 *
 * @param version the version that the asker saw
 * @param settings without columns these are guessed again, without a header line this is found out again
 */
public record ChangeImport(@NotNull Long id, @NotNull Integer version, @NotNull SchoolImportSettings settings) {
}
