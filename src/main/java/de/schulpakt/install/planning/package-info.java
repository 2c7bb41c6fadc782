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
 * <p>D3: a technician offers dates, the school picks one; only then it is a visit. Offered dates do not block the technician, as
 * most of them are never picked: who picks one that is no longer free is told so.
 * <p>D4: an absence is a span of days of the one who is away, without a reason. Whoever leads sees from the week that more is planned
 * than the days hold; visits that were agreed before stay until somebody moves them.
 */
@Module(name = "install.planning", uses = "install.ticket",
        exposes = {"DayQueries", "Slots", "Visits", "WeekQueries"},
        reads = {"AppUser", "Building", "Device", "DeviceModel", "RoleAssignment", "Room", "School", "Ticket"})
package de.schulpakt.install.planning;

import de.schulpakt.platform.Module;
