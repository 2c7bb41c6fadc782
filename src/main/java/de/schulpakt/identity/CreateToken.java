package de.schulpakt.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new access token of the current user, valid for so many days. */
public record CreateToken(@NotBlank @Size(max = 120) String label, @NotNull @Min(1) @Max(366) Integer days) {
}
