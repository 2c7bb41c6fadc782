package de.schulpakt.overview;

import java.time.Instant;

/** A school whose work waits longest, with the ticket and what it waits for. */
public record DelayRow(Long schoolId, String school, Long ticketId, String ticketNo, String waitingFor, Instant since) {
}
