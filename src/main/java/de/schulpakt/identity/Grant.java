package de.schulpakt.identity;

import jakarta.validation.constraints.NotNull;

/** A role and where it holds: one school, all schools of an authority, or (both null) everywhere. */
public record Grant(@NotNull Role role, Long authorityId, Long schoolId) {
    boolean allows(Permission permission) {
        return role.permissions().contains(permission);
    }

    boolean everywhere() {
        return authorityId == null && schoolId == null;
    }
}
