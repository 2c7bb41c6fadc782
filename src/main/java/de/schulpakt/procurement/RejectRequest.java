package de.schulpakt.procurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Refuses a request with a reason that the school reads. */
public record RejectRequest(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
