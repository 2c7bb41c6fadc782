package de.schulpakt.school.place;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new school authority. */
public record CreateAuthority(@NotBlank @Size(max = 160) String name) {
}
