package de.schulpakt.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who is signed in at a browser, until the end of the day at most. */
@Entity
@Table(name = "login_session")
class LoginSession {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "epoch")
    private int epoch;
    @Column(name = "address")
    private String address;
    @Column(name = "agent")
    private String agent;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "provider_person")
    private String providerPerson;
    @Column(name = "provider_session")
    private String providerSession;

    protected LoginSession() {
    }

    LoginSession(AppUser user, String address, String agent, Instant now, Instant expiresAt) {
        this.userId = user.id();
        this.epoch = user.epoch();
        this.address = address;
        this.agent = agent;
        this.startedAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    /** It began at the identity provider: hashes of the person and of the session there. */
    void over(String person, String session) {
        this.providerPerson = person;
        this.providerSession = session;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /** True if it is that session there, or if nobody knows which it is. */
    boolean isNamed(String session) {
        return providerSession == null || providerSession.equals(session);
    }

    /** Goes on although everything else of the account has just ended. */
    void follow(AppUser user) {
        epoch = user.epoch();
    }
}
