package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;

/**
 * Removes a school with all its positions from a draft.
 *
 * @param id of the application
 */
public record RemoveAnnex(@NotNull Long id, @NotNull Integer version, @NotNull Long annexId) {
}
