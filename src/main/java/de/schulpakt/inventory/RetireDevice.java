package de.schulpakt.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Give a device up for good.
 *
 * @param reason why, and where it went
 */
public record RetireDevice(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
