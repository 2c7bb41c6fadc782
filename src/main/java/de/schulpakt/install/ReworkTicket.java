package de.schulpakt.install;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The school sends the work back.
 *
 * @param reason what is not right
 */
public record ReworkTicket(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
