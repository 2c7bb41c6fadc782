package de.schulpakt.identity;

import de.schulpakt.platform.Refused;
import jakarta.validation.constraints.NotNull;

/** A role and where it holds: one school, all schools of an authority, or (both null) everywhere. */
public record Grant(@NotNull Role role, Long authorityId, Long schoolId) {
    /**
     * Holds it to what makes sense.
     *
     * @throws Refused {@code user.scope} for a school administrator without a school, or for a school and an authority at once
     */
    public void check() {
        boolean school = role == Role.SCHOOL_ADMIN;
        if (school && schoolId == null || schoolId != null && authorityId != null) {
            throw new Refused("user.scope", role);
        }
    }

    boolean allows(Permission permission) {
        return role.permissions().contains(permission);
    }

    boolean everywhere() {
        return authorityId == null && schoolId == null;
    }

    boolean ofAuthority(Long authority) {
        return everywhere() || authority != null && authority.equals(authorityId);
    }
}
