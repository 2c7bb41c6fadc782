package de.schulpakt.funding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** What the decision approves of one position: nothing up to what was applied for; eligible expenditure in cents. */
public record ApprovedPosition(@NotNull Long positionId, @NotNull @PositiveOrZero Long approvedCents) {
}
