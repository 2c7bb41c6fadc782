package de.schulpakt.procurement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Takes a request back before it is decided. */
public record WithdrawRequest(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
