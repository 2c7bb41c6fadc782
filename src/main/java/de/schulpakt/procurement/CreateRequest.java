package de.schulpakt.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The draft of a request; it may still be without lines. */
public record CreateRequest(@NotNull Long schoolId, @NotBlank @Size(max = 160) String title, @Size(max = 2000) String reason,
        @NotNull @Size(max = 200) List<@NotNull @Valid RequestLine> lines) {
}
