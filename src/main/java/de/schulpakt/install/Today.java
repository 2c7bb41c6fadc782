package de.schulpakt.install;

import java.time.LocalDate;
import java.util.List;

/**
 * A technician's day.
 *
 * @param visits  the technician's visits of the day, earliest first
 * @param planned the technician's tickets that need a visit, go on or are to be closed, without a visit on that day
 * @param waiting the technician's tickets that wait for somebody else
 * @param open    tickets that nobody has taken, most urgent first, at most 30
 */
public record Today(LocalDate day, List<VisitRow> visits, List<TicketRow> planned, List<TicketRow> waiting,
        List<TicketRow> open) {
}
