/**
 * Devices that come back at the turn of a school year are set up anew: on which day which of them, and their tickets.
 *
 * <p>Words: a <em>plan</em> (Plan zum Neuaufsetzen) is for the devices of one school; a <em>slot</em> is the day of one device.
 *
 * <p>D1: what comes back are the loans to pupils and classes that are due up to the last day of the plan and whose device is there; a device has its slot on
 * the first working day after it is due that is not full. What is overdue counts as due today. Who has a running ticket of the kind gets no second one.
 * <p>D2: the kind is data ({@code RE_IMAGE}, "Neuaufsetzen", comes with the program); any kind that the school may open can be planned.
 * <p>D3: each day has one ticket with its devices. Days on which the school lets nobody in, on which all of its technicians are away, weekends and public
 * holidays have none. A day holds as many devices as the plan says; what finds no day is kept in the plan and shown.
 * <p>D4: a plan does not move by itself when loans are due on another day later: the page says how many devices of a ticket are still out. Who takes a plan
 * back cancels the tickets that nobody has taken, all others stay with who has them; the devices of the cancelled ones can be planned anew.
 */
@Module(name = "install.reimage", uses = {"install.ticket", "inventory.loan"},
        exposes = {"ReimageAction", "ReimageQueries", "ReimageState", "Reimaging"},
        reads = {"Absence", "AppUser", "Device", "DeviceModel", "Loan", "RoleAssignment", "School", "SiteBlock", "Ticket", "TicketDevice",
                "TicketKind"})
package de.schulpakt.install.reimage;

import de.schulpakt.platform.Module;
