package de.schulpakt.procurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks the school back (Rückfrage). */
public record AskRequest(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String question) {
}
