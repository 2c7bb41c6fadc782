package de.schulpakt.procurement;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new supplier; its name exists once. */
public record CreateSupplier(@NotBlank @Size(max = 160) String name, @Email @Size(max = 200) String email) {
}
