package de.schulpakt.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Approves a request.
 *
 * @param payFrom budgets chosen by the officer; lines that are not named, or all if null, are paid by the plan
 */
public record ApproveRequest(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note,
        @Size(max = 200) List<@NotNull @Valid PayFrom> payFrom) {
}
