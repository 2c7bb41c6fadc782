/**
 * The working time of the technicians: weekdays within their hours, without the public holidays of Rheinland-Pfalz.
 *
 * <p>D1: holidays come from a file of the program with its source and the years that it is complete for
 * ({@code holidays_rp.csv}). Beyond those years weekdays count as working days, and whoever shows a time of then says so.
 * <p>D2: hours are those of the clock in Berlin: a day of the clock change has as many working minutes as any other, since
 * nobody works at the hour of the change.
 */
@Module(name = "install.calendar", uses = "platform",
        exposes = {"Holidays", "WorkingTime"})
package de.schulpakt.install.calendar;

import de.schulpakt.platform.Module;
