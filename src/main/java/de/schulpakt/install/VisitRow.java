package de.schulpakt.install;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A visit of the technician's day with all that is needed to go there.
 *
 * @param contact function on site with its hours
 * @param room    room of the ticket, null if not known yet
 * @param device  maker and model, null if the ticket has no device
 */
public record VisitRow(Long id, Long ticketId, String no, String title, TicketState state, Instant startsAt,
        Integer minutes, String contact, String note, Long schoolId, String school, String street, String postcode, String city,
        String building, String floor, String room, Long deviceId, String inventoryNo, String serial, String device,
        String waitingFor, LocalDate dueOn) {
    /** When it ends. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
