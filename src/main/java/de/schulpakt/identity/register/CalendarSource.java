package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Days and hours of one kind for the calendars of people. A room brings it as a bean of CDI, application-scoped. */
public interface CalendarSource {
    /** One small word; it stands before each entry as {@code calendar.<kind>}, filled with number, title and what it is, and for the choice as {@code calendar.kind.<kind>}. */
    String kind();

    /** Who may have them at all; the scope of {@link #entries} is what the asker sees by it. */
    Permission permission();

    /** What lies between two days, both included, and is in the scope; at most so many. */
    List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most);

    /**
     * An entry.
     *
     * @param uid      stays the same as long as it is the same appointment, whatever becomes of it
     * @param sequence grows with each change
     * @param page     of the subject, from the root of the application
     * @param startsAt null for a whole day
     * @param day      null for an hour
     * @param off      true if it was called off
     * @param what     what happens on it, told in the reader's language; null where the kind says it
     */
    record Entry(String uid, int sequence, String no, String title, String place, String page, Instant startsAt, Integer minutes, LocalDate day, boolean off,
            Enum<?> what) {
        /** An hour or a day of which the kind says all. */
        public Entry(String uid, int sequence, String no, String title, String place, String page, Instant startsAt, Integer minutes, LocalDate day, boolean off) {
            this(uid, sequence, no, title, place, page, startsAt, minutes, day, off, null);
        }

        /** A whole day of a kind that knows several. */
        public static Entry ofDay(String uid, Enum<?> what, String no, String title, String page, LocalDate day) {
            return new Entry(uid, 0, no, title, null, page, null, null, day, false, what);
        }

        /** A whole day. */
        public static Entry ofDay(String uid, int sequence, String no, String title, String place, String page, LocalDate day) {
            return new Entry(uid, sequence, no, title, place, page, null, null, day, false);
        }
    }
}
