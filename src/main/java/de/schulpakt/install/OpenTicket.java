package de.schulpakt.install;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Work at a school that no delivery has brought.
 *
 * @param roomId room, null if not known yet
 * @param dueOn  day until which it is to be done, null if there is none
 */
public record OpenTicket(@NotNull Long schoolId, Long roomId, @NotBlank @Size(max = 200) String title, LocalDate dueOn) {
}
