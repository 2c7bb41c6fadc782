package de.schulpakt.install;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The work cannot go on.
 *
 * @param waitingFor who or what it waits for, e.g. the caretaker
 */
public record WaitTicket(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 300) String waitingFor) {
}
