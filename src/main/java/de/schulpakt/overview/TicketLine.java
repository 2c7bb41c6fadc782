package de.schulpakt.overview;

import de.schulpakt.install.TicketState;
import java.time.Instant;
import java.time.LocalDate;

/** A ticket in a short list. */
public record TicketLine(Long id, String no, TicketState state, String title, Long schoolId, String school, String building,
        String room, LocalDate dueOn, String waitingFor, Instant openedAt, String assignee) {
}
