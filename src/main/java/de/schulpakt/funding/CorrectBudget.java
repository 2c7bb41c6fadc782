package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Corrects what a budget has spent.
 *
 * @param amountCents gross; positive spends more, negative takes back (a credit note, a wrong invoice); not zero
 * @param reason      stands in the ledger for good
 */
public record CorrectBudget(@NotNull Long budgetId, @NotNull Integer version, @NotNull Long amountCents,
        @NotBlank @Size(max = 1000) String reason) {
}
