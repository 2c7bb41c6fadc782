package de.schulpakt.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A link by which the owner of an account sets a password: for an hour, once, and only while the account stays as it is. */
@Entity
@Table(name = "password_link")
class PasswordLink {
    private static final Duration GOOD = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "hash")
    private String hash;
    @Column(name = "epoch")
    private int epoch;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "used_at")
    private Instant usedAt;
    @Column(name = "shown_to")
    private Long shownTo;

    protected PasswordLink() {
    }

    PasswordLink(AppUser user, String hash, Instant now, Long shownTo) {
        this.userId = user.id();
        this.hash = hash;
        this.epoch = user.epoch();
        this.madeAt = now;
        this.expiresAt = now.plus(GOOD);
        this.shownTo = shownTo;
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** The administrator who has seen it, null if it went by mail. */
    Long shownTo() {
        return shownTo;
    }

    /** The code of the refusal if it does not hold; null if it does. */
    String refusal(AppUser user, Instant now) {
        if (usedAt != null) {
            return "link.used";
        }
        if (!now.isBefore(expiresAt)) {
            return "link.expired";
        }
        return user.active() && user.epoch() == epoch ? null : "link.ended";
    }

    void use(Instant now) {
        usedAt = now;
    }
}
