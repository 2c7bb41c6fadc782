package de.schulpakt.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Give a device away for repair.
 *
 * @param reason what is broken
 */
public record RepairDevice(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
