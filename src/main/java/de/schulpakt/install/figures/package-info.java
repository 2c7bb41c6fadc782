/**
 * What the technicians have done, how long it took, what was promised and broken, what it cost, and what schools think of it.
 *
 * <p>Words: a <em>team</em> is who works for an authority; work is <em>done</em> when its ticket is closed, in the week in which that was.
 *
 * <p>D1: figures are of teams and weeks, never of a person: they tell how the service does and not what somebody does all day.
 * <p>D2: a page takes five statements, however many weeks and teams it shows. Each number leads to the list of its tickets, which is complete as a file.
 * <p>D3: age is from the opening to the end in days of 24 hours, waiting included; whether a promise was broken say the instants that the service level has counted in
 * working hours, without the time in which the clock stood.
 * <p>D4: time and material of a ticket count for the model of the device that names it, and for no model if it has none. What a fund has paid is the
 * material of which somebody has said who paid it; time is nobody's money here.
 * <p>D5: what a part took that went back or was cancelled counts with the nearest ticket above it that was not cancelled, however often that was split; the list of
 * tickets follows the same rule and shows it at that ticket, once.
 */
@Module(name = "install.figures", uses = {"identity", "install.kind", "install.ticket", "install.effort", "platform.list"},
        exposes = {"FiguresQueries", "TicketFigureList"},
        reads = {"Authority", "Budget", "Device", "DeviceModel", "MaterialUse", "PartOf", "Programme", "School", "StoreMove", "Ticket", "TicketKind", "TicketRating", "WorkTime"})
package de.schulpakt.install.figures;

import de.schulpakt.platform.Module;
