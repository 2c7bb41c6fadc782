package de.schulpakt.overview;

import de.schulpakt.install.TicketState;
import java.time.Instant;
import java.time.LocalDate;

/** A visit of a technician, with all that is needed to go there. */
public record VisitRow(Long id, Long ticketId, String ticketNo, TicketState state, String title, Instant startsAt,
        Integer minutes, String contact, String note, Long schoolId, String school, String street, String postcode, String city,
        String phone, String building, String floor, String room, String model, String serial, LocalDate dueOn) {
}
