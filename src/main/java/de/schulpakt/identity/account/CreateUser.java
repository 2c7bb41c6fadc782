package de.schulpakt.identity.account;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A new user with one role, and more if wanted. Authority and school both null means everywhere.
 *
 * @param email    where the link goes by which the person sets a password, null for none: then it is handed over
 * @param more     further roles, null for none
 */
public record CreateUser(@NotBlank @Size(max = 80) @Pattern(regexp = "[a-zA-Z0-9._@-]+") String login,
        @NotBlank @Size(max = 120) String name, @Email @Size(max = 200) String email,
        @NotNull Role role, Long authorityId, Long schoolId,
        @Size(max = 20) List<@NotNull @Valid Grant> more) {
    /** With one role. */
    public CreateUser(String login, String name, String email, Role role, Long authorityId, Long schoolId) {
        this(login, name, email, role, authorityId, schoolId, null);
    }

    List<Grant> grants() {
        List<Grant> all = new ArrayList<>(List.of(new Grant(role, authorityId, schoolId)));
        if (more != null) {
            all.addAll(more);
        }
        return all;
    }
}
