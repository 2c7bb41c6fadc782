package de.schulpakt.identity.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The second factor of one account: its sealed secret, and which code was the last that counted. */
@Entity
@Table(name = "second_factor")
class SecondFactor {
    /** Wrong codes in a row after which the device's codes count no longer (NIST SP 800-63B 5.2.2). */
    private static final int MOST_FAILURES = 100;

    @Id
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "secret")
    private byte[] secret;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "last_step")
    private long lastStep;
    @Column(name = "failures")
    private int failures;

    protected SecondFactor() {
    }

    SecondFactor(long userId, byte[] secret, Instant now) {
        this.userId = userId;
        begin(secret, now);
    }

    /** A new secret in place of one that was never confirmed. */
    final void begin(byte[] newSecret, Instant now) {
        secret = newSecret.clone();
        madeAt = now;
        lastStep = 0;
        failures = 0;
    }

    Long userId() {
        return userId;
    }

    byte[] secret() {
        return secret.clone();
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean spent() {
        return failures >= MOST_FAILURES;
    }

    /** Counts a right code of this step; false if one of this step or a later one has counted before. */
    boolean count(long step) {
        if (step <= lastStep) {
            failures++;
            return false;
        }
        lastStep = step;
        failures = 0;
        return true;
    }

    void failed() {
        failures++;
    }

    /** A recovery code was right: the device may be tried again. */
    void recovered() {
        failures = 0;
    }
}
