/**
 * Papers of a ticket: files that people attach to it, and the protocol of its acceptance.
 *
 * <p>D1: the protocol is printed from what the ticket says, room by room where the work was done in several rooms; it decides nothing.
 */
@Module(name = "install.protocol", uses = {"install.ticket", "paper", "paper.print", "school.place"}, reads = {"Budget", "DevicePayer", "Ticket", "TicketDevice"})
package de.schulpakt.install.protocol;

import de.schulpakt.platform.Module;
