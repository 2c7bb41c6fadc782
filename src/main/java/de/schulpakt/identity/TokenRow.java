package de.schulpakt.identity;

import java.time.Instant;

/** An access token in the list of its owner; revokedAt is null while it is valid. */
public record TokenRow(Long id, String label, Instant createdAt, Instant expiresAt, Instant revokedAt) {
}
