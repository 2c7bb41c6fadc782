package de.schulpakt.identity.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account and who its owner is at the provider. */
@Entity
@Table(name = "provider_account")
class ProviderAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "issuer")
    private String issuer;
    @Column(name = "person_key")
    private String subject;
    @Column(name = "person_hash")
    private String hash;
    @Column(name = "linked_at")
    private Instant linkedAt;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected ProviderAccount() {
    }

    ProviderAccount(long userId, ProviderClaims claims, Instant linkedAt) {
        this.userId = userId;
        this.issuer = claims.issuer();
        this.subject = claims.subject();
        this.hash = claims.hash();
        this.linkedAt = linkedAt;
    }

    long userId() {
        return userId;
    }

    /** When the provider has said something of the person for the last time. */
    Instant readAt() {
        return seenAt == null ? linkedAt : seenAt;
    }

    void seen(Instant now) {
        seenAt = now;
    }
}
