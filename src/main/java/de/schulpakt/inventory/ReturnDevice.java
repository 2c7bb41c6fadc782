package de.schulpakt.inventory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A device is back, from repair or found again; the note may be null. */
public record ReturnDevice(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
