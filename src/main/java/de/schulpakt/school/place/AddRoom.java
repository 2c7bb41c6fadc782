package de.schulpakt.school.place;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new room of a building.
 *
 * @param floor as it is called there, e.g. EG or 2. OG; may be null
 */
public record AddRoom(@NotNull Long buildingId, @NotBlank @Size(max = 80) String name, @Size(max = 20) String floor,
        @NotNull RoomKind kind) {
}
