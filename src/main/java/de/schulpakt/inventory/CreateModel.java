package de.schulpakt.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new device model.
 *
 * @param partNo       order number of the maker, may be null
 * @param needsNetwork true if a technician must install it: then its delivery opens a ticket
 */
public record CreateModel(@NotBlank @Size(max = 80) String maker, @NotBlank @Size(max = 120) String name,
        @Size(max = 60) String partNo, @NotNull ModelKind kind, @NotNull Boolean needsNetwork) {
}
