package de.schulpakt.identity;

/** A user in the list of users, one row per role. */
public record UserRow(Long id, String login, String name, boolean active, Role role, Long authorityId, Long schoolId,
        Integer version) {
}
