package de.schulpakt.install;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A step that needs nothing but perhaps a word.
 *
 * @param note may be null
 */
public record TicketStep(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
