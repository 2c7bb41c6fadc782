/**
 * When the technicians go where: their visits and their day.
 *
 * <p>Words: a <em>visit</em> (Termin) is when a technician is on site; the <em>day</em> is what a technician does on one day:
 * visits, what needs one, what waits, what nobody has taken.
 *
 * <p>D1: contact on site is a function with its hours, never a person's private number.
 * <p>D2: nobody is at two places at once. Agreements of one technician wait for each other at the row of
 * {@code technician_calendar}, which is locked before any ticket: locking the technician's tickets instead deadlocked, since
 * the database locks rows in the order of the index that it reads and not in the order of the answer.
 */
@Module(name = "install.planning", uses = "install.ticket",
        exposes = {"DayQueries", "Visits"},
        reads = {"Building", "Device", "DeviceModel", "Room", "School", "Ticket"})
package de.schulpakt.install.planning;

import de.schulpakt.platform.Module;
