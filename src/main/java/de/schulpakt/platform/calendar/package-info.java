/**
 * Days of the calendar that hold for everybody: Easter, and the days on which banks carry out transfers.
 *
 * <p>D1: holidays that differ by state, and those of schools, are read from a file with source and years by the room that plans with them;
 * here stands only what follows from the year alone.
 */
@Module(name = "platform.calendar", uses = "platform", exposes = {"BankDays", "Easter"})
package de.schulpakt.platform.calendar;

import de.schulpakt.platform.Module;
