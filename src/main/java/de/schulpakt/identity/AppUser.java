package de.schulpakt.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** Somebody who can sign in. */
@Entity
@Table(name = "app_user")
class AppUser {
    private static final int FAILURES_BEFORE_LOCK = 10;
    private static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "login")
    private String login;
    @Column(name = "name")
    private String name;
    @Column(name = "email")
    private String email;
    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "active")
    private boolean active;
    @Column(name = "failed_logins")
    private int failedLogins;
    @Column(name = "locked_until")
    private Instant lockedUntil;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected AppUser() {
    }

    AppUser(String login, String name, String email, String passwordHash, Instant createdAt) {
        this.login = login;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.active = true;
    }

    Long id() {
        return id;
    }

    boolean mayTry(Instant now) {
        return active && (lockedUntil == null || lockedUntil.isBefore(now));
    }

    boolean hasPassword(String password) {
        return Passwords.matches(password, passwordHash);
    }

    void succeeded() {
        failedLogins = 0;
        lockedUntil = null;
    }

    void failed(Instant now) {
        failedLogins++;
        if (failedLogins >= FAILURES_BEFORE_LOCK) {
            lockedUntil = now.plus(LOCK);
            failedLogins = 0;
        }
    }

    void activate(boolean to) {
        active = to;
    }

    void setPassword(String password) {
        passwordHash = Passwords.hash(password);
        succeeded();
    }
}
