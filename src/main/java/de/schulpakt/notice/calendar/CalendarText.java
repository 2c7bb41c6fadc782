package de.schulpakt.notice.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.platform.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** A calendar as programs read it (RFC 5545). The same entries are the same text. */
public final class CalendarText {
    private static final int REFRESH_HOURS = 1;

    private CalendarText() {
    }

    /**
     * The calendar.
     *
     * @param base  address of the installation
     * @param stamp when the calendar was made; the text must not change with the hour of the day
     */
    public static String of(List<CalendarQueries.Entry> entries, Locale locale, String base, Instant stamp) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Schulpakt//Schulpakt//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        calendar.setName("Schulpakt");
        calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build());
        entries.forEach(entry -> calendar.addEvent(event(entry, locale, base, stamp)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(CalendarQueries.Entry entry, Locale locale, String base, Instant stamp) {
        CalendarSource.Entry what = entry.what();
        VEvent event = new VEvent();
        event.setUid(what.uid() + "@" + base.replaceFirst("^https?://", "").replaceAll("[:/].*", ""));
        event.setDateTimeStamp(Date.from(stamp));
        event.setSequence(what.sequence());
        event.setSummary(Texts.get(locale, "calendar." + entry.kind(), what.no(), what.title(), Texts.get(locale, what.what())));
        event.setUrl(base + what.page());
        if (what.place() != null) {
            event.setLocation(what.place());
        }
        if (what.startsAt() != null) {
            event.setDateStart(Date.from(what.startsAt()));
            event.setDateEnd(Date.from(what.startsAt().plusSeconds(60L * what.minutes())));
        } else {
            event.setDateStart(new DateStart(day(what.day())));
            event.setDateEnd(new DateEnd(day(what.day().plusDays(1))));
            event.setTransparency(Transparency.transparent());
        }
        event.setStatus(what.off() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
