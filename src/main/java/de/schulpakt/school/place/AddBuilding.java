package de.schulpakt.school.place;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new building of a school. */
public record AddBuilding(@NotNull Long schoolId, @NotBlank @Size(max = 120) String name) {
}
