package de.schulpakt.overview;

import java.util.List;

/**
 * A technician's day.
 *
 * @param today   visits of today in order
 * @param next    visits of the next seven days
 * @param open    tickets that nobody has taken, the first due first
 * @param waiting tickets that wait for somebody else
 * @param mine    own tickets in work without a visit to come
 */
public record TechnicianHome(List<VisitRow> today, List<VisitRow> next, List<TicketLine> open, List<TicketLine> waiting,
        List<TicketLine> mine) {
}
