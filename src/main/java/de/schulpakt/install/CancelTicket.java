package de.schulpakt.install;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The work is not to be done.
 *
 * @param reason why
 */
public record CancelTicket(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
