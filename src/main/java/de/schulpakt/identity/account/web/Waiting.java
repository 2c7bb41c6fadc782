package de.schulpakt.identity.account.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Somebody whose password was right and whose code is waited for; nobody is signed in yet. */
record Waiting(Long userId, Instant until) implements Serializable {
    /** The attribute of the HTTP session. */
    static final String NAME = "schulpakt.waiting";
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Waiting of(Long userId, Instant now) {
        return new Waiting(userId, now.plus(LONGEST));
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
