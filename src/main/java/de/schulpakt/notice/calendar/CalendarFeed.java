package de.schulpakt.notice.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;

/** The calendar of one person. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {
    private static final Duration NOTED = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "hash")
    private String hash;
    @Column(name = "kinds")
    private String kinds;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "used_at")
    private Instant usedAt;

    protected CalendarFeed() {
    }

    CalendarFeed(Long userId) {
        this.userId = userId;
    }

    /** Another address, which ends the one before. */
    void renew(String newHash, Collection<String> newKinds, Instant now) {
        hash = newHash;
        madeAt = now;
        usedAt = null;
        choose(newKinds);
    }

    void choose(Collection<String> newKinds) {
        kinds = String.join(",", new TreeSet<>(newKinds));
    }

    /** It was read; noted once an hour. */
    void used(Instant now) {
        if (usedAt == null || usedAt.plus(NOTED).isBefore(now)) {
            usedAt = now;
        }
    }
}
