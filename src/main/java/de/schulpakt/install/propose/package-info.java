/**
 * Which dates suit a ticket, for the technician to offer.
 *
 * <p>D1: proposed are the first times at which the technician is free, somebody opens and the day is not blocked. Of work that disturbs lessons, as its kind says, dates
 * in school holidays and on movable days of the school come first, each with the reason; a date in lessons can be offered all the same and says so.
 */
@Module(name = "install.propose", uses = {"install.planning", "install.quiet"}, exposes = "SlotProposals",
        reads = {"Absence", "School", "SiteBlock", "SiteHours", "Ticket", "TicketKind", "Visit"})
package de.schulpakt.install.propose;

import de.schulpakt.platform.Module;
