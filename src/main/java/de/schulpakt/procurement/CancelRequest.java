package de.schulpakt.procurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Gives up what is approved and not yet ordered; its money is free again. */
public record CancelRequest(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
