package de.schulpakt.identity.known;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser in a network from which an account has signed in. */
@Entity
@Table(name = "known_place")
class KnownPlace {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "hash")
    private String hash;
    @Column(name = "first_at")
    private Instant firstAt;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected KnownPlace() {
    }

    KnownPlace(long userId, String hash, Instant now) {
        this.userId = userId;
        this.hash = hash;
        this.firstAt = now;
        this.seenAt = now;
    }

    void seen(Instant now) {
        seenAt = now;
    }
}
