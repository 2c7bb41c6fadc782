package de.schulpakt.identity.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a logout token was taken; it says nothing of whom. */
@Entity
@Table(name = "logout_token")
class LogoutToken {
    @Id
    @Column(name = "token_hash")
    private String hash;
    @Column(name = "until_at")
    private Instant untilAt;

    protected LogoutToken() {
    }
}
