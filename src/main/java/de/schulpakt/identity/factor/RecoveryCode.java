package de.schulpakt.identity.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code that replaces the device once. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "hash")
    private String hash;
    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {
    }

    RecoveryCode(long userId, String hash) {
        this.userId = userId;
        this.hash = hash;
    }

    boolean isOf(String other) {
        return usedAt == null && hash.equals(other);
    }

    void use(Instant now) {
        usedAt = now;
    }
}
