/**
 * Calendars for people: an address of one's own that a calendar program reads again and again, with what its owner may see at that moment.
 *
 * <p>D1: whoever knows the address reads the calendar, without signing in: calendar programs cannot. So it is 256 random bits of
 * which only the hash is kept, it is shown once, can be made anew, which ends the old one, and be ended; it says where and when
 * and no name of a person. Each reading asks the guard again for its owner, whose locked account ends it.
 * <p>D2: hours are written in UTC, which every program shows in its own zone: in the night in which the clock is put back there are
 * two of the hour after two. Whole days have no zone.
 * <p>D3: rooms bring their days and hours ({@link de.schulpakt.identity.register.CalendarSource}).
 */
@Module(name = "notice.calendar", uses = {"platform", "identity", "identity.account", "identity.register"})
package de.schulpakt.notice.calendar;

import de.schulpakt.platform.Module;
