package de.schulpakt.procurement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Hands a request in; the note is the answer when the funding officer had asked back. */
public record SubmitRequest(@NotNull Long id, @NotNull Integer version, @Size(max = 2000) String note) {
}
