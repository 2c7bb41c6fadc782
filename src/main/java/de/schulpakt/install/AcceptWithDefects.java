package de.schulpakt.install;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The school accepts the work, although something is to be put right.
 *
 * @param defects what, and until when
 */
public record AcceptWithDefects(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 2000) String defects) {
}
