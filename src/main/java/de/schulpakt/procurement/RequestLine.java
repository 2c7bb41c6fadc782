package de.schulpakt.procurement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A wish: so many pieces of a catalogue item for a room of the school. */
public record RequestLine(@NotNull Long itemId, @NotNull Long roomId, @NotNull @Min(1) @Max(10_000) Integer quantity) {
}
