package de.schulpakt.install.ticket;

/**
 * News, told inside the transaction: nobody is to go to this ticket any more, because it was given back or cancelled.
 *
 * @param before state that it was in
 */
public record TicketLeft(Long ticketId, TicketState before) {
}
