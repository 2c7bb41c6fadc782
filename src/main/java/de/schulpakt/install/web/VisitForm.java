package de.schulpakt.install.web;

import de.schulpakt.install.ScheduleVisit;
import de.schulpakt.platform.Clock;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** What a technician types to agree a visit; day and time are those of Berlin. */
public class VisitForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 60;
    private static final int LAST_HOUR = 15;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private LocalDate day;
    private LocalTime time;
    private Integer minutes = USUAL_MINUTES;
    private String contact;
    private String note;

    /** Proposes the next full hour, or the next morning when the day is over. */
    void propose(Instant now) {
        ZonedDateTime next = now.atZone(Clock.ZONE).plusHours(1).truncatedTo(ChronoUnit.HOURS);
        boolean over = next.getHour() > LAST_HOUR || next.toLocalTime().isBefore(MORNING);
        day = next.getHour() > LAST_HOUR ? next.toLocalDate().plusDays(1) : next.toLocalDate();
        time = over ? MORNING : next.toLocalTime();
    }

    ScheduleVisit command(Long ticket, Integer version) {
        Instant start = day == null || time == null ? null : day.atTime(time).atZone(Clock.ZONE).toInstant();
        return new ScheduleVisit(ticket, version, start, minutes, contact, note);
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
