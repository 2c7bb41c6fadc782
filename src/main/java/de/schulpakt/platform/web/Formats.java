package de.schulpakt.platform.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Amounts, days and times as they are written in the language of the page; instants become Berlin time here only. */
@Named("fmt")
@RequestScoped
public class Formats {
    @Inject
    Language language;
    @Inject
    Clock clock;

    /** 1.234,50 EUR; empty for null. */
    public String money(Long cents) {
        return cents == null ? "" : Money.of(cents).text(language.getLocale());
    }

    /** 1.234,50; empty for null. */
    public String amount(Long cents) {
        return cents == null ? "" : Money.of(cents).amount(language.getLocale());
    }

    /** 23.11.2026. */
    public String date(LocalDate date) {
        return date == null ? "" : Texts.date(language.getLocale(), date);
    }

    /** 23.11.2026 10:42, in Berlin. */
    public String instant(Instant at) {
        return at == null ? "" : Texts.instant(language.getLocale(), at);
    }

    /** 10:42, in Berlin. */
    public String time(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(Clock.ZONE));
    }

    /** Montag, 23. November 2026. */
    public String day(LocalDate date) {
        return date == null ? "" : DateTimeFormatter.ofPattern("en".equals(language.getCode()) ? "EEEE, d MMMM yyyy"
                : "EEEE, d. MMMM yyyy", language.getLocale()).format(date);
    }

    /** 1.498. */
    public String number(Number number) {
        return number == null ? "" : NumberFormat.getInstance(language.getLocale()).format(number);
    }

    /** Whole percent that a part is of a whole; 0 when there is no whole. */
    public long percent(Long part, Long whole) {
        return part == null || whole == null || whole == 0 ? 0 : Math.floorDiv(part * 100 + whole / 2, whole);
    }

    /** Days from today; negative when it is past. */
    public long daysUntil(LocalDate date) {
        return date == null ? 0 : ChronoUnit.DAYS.between(clock.today(), date);
    }

    /** Whole days since an instant. */
    public long daysSince(Instant at) {
        return at == null ? 0 : ChronoUnit.DAYS.between(Clock.day(at), clock.today());
    }

    /** Today in Berlin. */
    public LocalDate today() {
        return clock.today();
    }
}
