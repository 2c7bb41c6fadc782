/**
 * The work of the technicians: tickets of all kinds, their steps and measurements, their acceptance by the school.
 *
 * <p>Words: a <em>ticket</em> is one piece of work at one place, with none, one or several devices; a <em>measurement</em> is the protocol of one link (socket,
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
 * {@link de.schulpakt.install.ticket.Tickets.Left} that nobody goes there any more. A ticket's page shows its visits, so its
 * queries read their rows.
 * <p>D6 (supersedes a part of D1): a ticket has a kind ({@code install.kind}) and any number of devices, a device any number of
 * tickets. {@code installed_id} marks the one that is the installation of its device; {@code ticket_device_once} holds that it has
 * one. Which proof ends the work, who ends it and what happens to the devices, the kind says, not the table of the lifecycle.
 * <p>D7: what was ended is opened again by a step of its own with a reason, also by the school; nobody has it then, and devices that went into
 * service stay there.
 * <p>D8: the clock of a service level is kept at the ticket as instants that were counted when they were set, so that lists and
 * the job compare and never count.
 * <p>D10: since when the school is to accept is kept at the ticket ({@code handed_at}); how many working days later that is silence, the
 * levels say when somebody looks. Silence is shown and nothing follows from it: no rule says that it is an acceptance.
 * <p>D11: that a ticket is about to be closed, and that one has ended, is told inside the transaction, so that what stands above (defects,
 * waves) refuses or goes on.
 * <p>D12: a part that is split off has the kind, the priority, the due day and the clock of the whole, so that nothing that was promised is lost by it; it
 * can go back. A device is at one of both, a step that is done may be done for both. Times, material and papers stay where they were written.
 * {@code part_of} knows all tickets above a part, so that what it took is found without walking.
 * <p>D13: a ticket may have a team ({@code install.team}) beside its technician; that and the day on which it is due or has a visit narrow lists and the board down.
 * <p>D14: work in several rooms is accepted room by room, the devices of each going into service then; with the last room the work is accepted as a whole. A room that was
 * accepted stays so when the rest is sent back. Devices that stand in one of the rooms stay there when the work is finished, those that are meant for one of them come
 * there, all others to the room that the ticket names. A measurement counts for the work as a whole. The room of a part that is split off goes with it, unless devices of
 * the whole stay there or it was accepted. Other rooms are another version of the ticket, so that nobody accepts one unseen.
 * <p>D15: what the kind asks for beside steps, photo and measurement stands above ({@code install.result}); it hears {@link de.schulpakt.install.ticket.Tickets.Proving} and
 * refuses while something is missing. The view of a ticket reads the results, so that a page needs one question.
 * <p>D16: who may work on it, its kind says ({@code install.worker}); taking, assigning, beginning, ticking, results and the end ask for it.
 * <p>D17: each step that ends work tells somebody who has not taken it: the school, and who had the ticket; of a ticket that is merged or goes back to its whole it says where it
 * goes on. A ticket is merged only into one on which something is still to be done, both locked in the order of their ids, so that no circle comes about; one that is opened again
 * has to do with the other and says the same no more.
 * <p>D18: what a school has asked for by hand or by a code it takes back itself while nobody has begun; what a delivery, a technician or a defect has opened is cancelled by a
 * technician. The end of the work and its acceptance are taken back with a reason by who has said them; devices that went into service stay there.
 * <p>D9: work that is done is told as {@link de.schulpakt.install.ticket.Tickets.Done}, and the network record above writes itself from it.
 */
@Module(name = "install.ticket", uses = {"inventory.device", "install.calendar", "install.level", "install.team", "install.worker"},
        exposes = {"CableClass", "TicketAction", "TicketBatches", "TicketFlow", "TicketLevels", "TicketList", "TicketParts", "TicketQueries", "TicketRooms", "TicketState",
                "Tickets", "TicketWork"},
        reads = {"AppUser", "Building", "Defect", "Device", "DeviceModel", "Paper", "RoleAssignment", "Room",
                "School", "Team", "TicketKind", "TicketResult", "Visit", "VisitSlot"})
package de.schulpakt.install.ticket;

import de.schulpakt.platform.Module;
