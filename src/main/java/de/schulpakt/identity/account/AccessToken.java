package de.schulpakt.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key for programs, valid until it expires, is revoked or its owner's epoch has passed; only its hash is kept. */
@Entity
@Table(name = "access_token")
class AccessToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "epoch")
    private int epoch;
    @Column(name = "label")
    private String label;
    @Column(name = "hash")
    private String hash;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "last_used_at")
    private Instant lastUsedAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected AccessToken() {
    }

    AccessToken(AppUser owner, String label, String hash, Instant createdAt, Instant expiresAt) {
        this.userId = owner.id();
        this.epoch = owner.epoch();
        this.label = label;
        this.hash = hash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    String label() {
        return label;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
