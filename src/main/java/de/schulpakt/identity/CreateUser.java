package de.schulpakt.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new user with one role. Authority and school both null means everywhere.
 *
 * @param password at least 8 characters; stored as a slow hash only
 */
public record CreateUser(@NotBlank @Size(max = 80) @Pattern(regexp = "[a-zA-Z0-9._@-]+") String login,
        @NotBlank @Size(max = 120) String name, @Email @Size(max = 200) String email,
        @NotNull @Size(min = 8, max = 200) String password, @NotNull Role role, Long authorityId, Long schoolId) {
}
