/**
 * The work of the technicians: a ticket per installation, its measurement, its acceptance by the school.
 *
 * <p>Words: a <em>ticket</em> is one installation at one place; a <em>measurement</em> is the protocol of one link (socket,
 * switch port, class, length, signal); the <em>acceptance</em> (Abnahme) is the school's, with or without defects, and puts
 * the device into service.
 *
 * <p>D1: the delivery of a device that needs the network opens its ticket in the same transaction; a device has one ticket
 * for its installation ({@code ticket_device_once}). A cancelled ticket can be opened again, or the device could never go
 * into service.
 * <p>D2: who has taken a ticket works on it; every technician may give it back to all, because colleagues fall ill.
 * <p>D3: a measurement is data, not an attachment; without a passed one nothing is accepted (domain.md 7.3, step 7).
 * <p>D4: a ticket made by a delivery is due 14 days after it. This is a start value of ours, no rule of a programme; the
 * due day only orders the lists.
 * <p>D5: the planning stands above the tickets: it takes the step of a ticket through {@code Tickets.scheduled} and hears by
 * {@link de.schulpakt.install.ticket.TicketLeft} that nobody goes there any more. A ticket's page shows its visits, so its
 * queries read their rows.
 */
@Module(name = "install.ticket", uses = "inventory.device",
        exposes = {"CableClass", "TicketAction", "TicketFlow", "TicketLeft", "TicketList", "TicketQueries", "TicketState",
                "Tickets"},
        reads = {"Building", "Device", "DeviceModel", "Room", "School", "Visit"})
package de.schulpakt.install.ticket;

import de.schulpakt.platform.Module;
