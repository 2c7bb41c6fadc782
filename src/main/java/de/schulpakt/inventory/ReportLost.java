package de.schulpakt.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Report a device lost or stolen.
 *
 * @param reason what happened; for a theft the reference of the police
 */
public record ReportLost(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
