package de.schulpakt.install;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A ticket in a list.
 *
 * @param device maker and model, null if the ticket has no device
 */
public record TicketRow(Long id, Integer version, String no, String title, TicketState state, Long schoolId, String school,
        Long roomId, String room, String building, Long deviceId, String inventoryNo, String serial, String device,
        Long assigneeId, String assignee, String waitingFor, LocalDate dueOn, Instant openedAt) {
}
