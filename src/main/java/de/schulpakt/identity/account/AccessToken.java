package de.schulpakt.identity.account;

import de.schulpakt.identity.Bounds;
import de.schulpakt.identity.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key for programs, valid until it expires, is revoked or its owner's epoch has passed; only its hash is kept. */
@Entity
@Table(name = "access_token")
class AccessToken {
    private static final Set<String> KNOWN = Stream.of(Permission.values()).map(Enum::name).collect(Collectors.toSet());
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
    @Column(name = "reads_only")
    private boolean readsOnly;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "school_id")
    private Long schoolId;
    /** Names of permissions with commas between them; null for all of its owner's. */
    @Column(name = "rights")
    private String rights;

    protected AccessToken() {
    }

    AccessToken(AppUser owner, Accounts.CreateToken cmd, String hash, Instant createdAt) {
        this.userId = owner.id();
        this.epoch = owner.epoch();
        this.label = cmd.label();
        this.hash = hash;
        this.createdAt = createdAt;
        this.expiresAt = createdAt.plus(Duration.ofDays(cmd.days()));
        this.readsOnly = cmd.readsOnly() != null && cmd.readsOnly();
        this.authorityId = cmd.authorityId();
        this.schoolId = cmd.schoolId();
        this.rights = cmd.rights() == null ? null : Bounds.usable(cmd.rights()).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** What stands in {@link #rights}; a name that is no longer known is a right that nobody has. */
    static Set<Permission> rights(String kept) {
        return kept == null ? null : Stream.of(kept.split(",")).filter(KNOWN::contains).map(Permission::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
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
