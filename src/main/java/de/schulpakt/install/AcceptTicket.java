package de.schulpakt.install;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The school accepts the work.
 *
 * @param note may be null
 */
public record AcceptTicket(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
