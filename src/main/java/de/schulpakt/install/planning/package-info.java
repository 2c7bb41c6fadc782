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
 * An offer ends with the work it was for: who has the ticket next offers anew. A school that no date suits says so and when one would.
 * <p>D4: an absence is a span of days of the one who is away, without a reason; who is ill enters none, so who leads a team does it for its members of today, who are told. Whoever leads sees from the week that more is planned
 * than the days hold; visits that were agreed before stay until somebody moves them.
 * <p>D5: every technician may move a visit that is agreed, also of a colleague, who is told; the calendar sends when the visit was to begin, so that
 * what was moved meanwhile is not moved again.
 * <p>D6: skills are kinds of tickets that a technician enters; whoever has entered none counts as able to do all. They refuse nothing, they say who could
 * help. What slips is counted from due days and the usual minutes of the kinds.
 * <p>D7: the calendar is a script of ours and not {@code p:schedule}: that one brings a script inside the page and a font inside a style, which our
 * policy of contents forbids. Dragging fills the form that is there without a script, too; moving back is one more move.
 * <p>D8: exam days, days on which nobody is there and the hours of who opens hold for what is agreed from then on, and not for what is urgent: then a
 * whole school cannot work. What was agreed before stays, and the page of the school's times names it.
 */
@Module(name = "install.planning", uses = {"install.quiet", "install.ticket"},
        exposes = {"BlockKind", "DayQueries", "PlanQueries", "SiteTimes", "Skills", "Slots", "VisitQueries", "Visits", "WeekQueries"},
        reads = {"AppUser", "Budget", "Building", "Device", "DeviceModel", "DevicePayer", "RoleAssignment", "Room", "School", "Team", "TeamMember", "Ticket",
                "TicketDevice", "TicketKind"})
package de.schulpakt.install.planning;

import de.schulpakt.platform.Module;
