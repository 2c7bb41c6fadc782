package de.schulpakt.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** New wording and lines of a request that is a draft or was asked back; the lines replace the old ones at today's prices. */
public record ChangeRequest(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 160) String title,
        @Size(max = 2000) String reason, @NotNull @Size(max = 200) List<@NotNull @Valid RequestLine> lines) {
}
