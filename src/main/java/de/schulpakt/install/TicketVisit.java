package de.schulpakt.install;

import java.time.Duration;
import java.time.Instant;

/** A visit of one ticket, agreed or cancelled. */
public record TicketVisit(Long id, Instant startsAt, Integer minutes, String contact, String note, Boolean cancelled) {
    /** When it ends. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
