package de.schulpakt.identity;

import java.time.Instant;

/** An access token just made: the only time its secret is shown. */
public record NewToken(Long id, String token, Instant expiresAt) {
}
