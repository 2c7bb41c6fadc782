package de.schulpakt.procurement;

import jakarta.validation.constraints.NotNull;

/**
 * Which budget pays a line.
 *
 * @param itemLineId id of the line of the request
 */
public record PayFrom(@NotNull Long itemLineId, @NotNull Long budgetId) {
}
