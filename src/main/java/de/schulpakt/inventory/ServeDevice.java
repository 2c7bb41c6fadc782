package de.schulpakt.inventory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Put a device into service, or back into it; the note may be null. */
public record ServeDevice(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
