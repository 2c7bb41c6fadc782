package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;

/**
 * Removes a position from a draft.
 *
 * @param id of the application
 */
public record RemovePosition(@NotNull Long id, @NotNull Integer version, @NotNull Long positionId) {
}
