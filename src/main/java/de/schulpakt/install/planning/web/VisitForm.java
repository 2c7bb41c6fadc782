package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Visits;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** What a technician types to agree a visit; day and time are those of Berlin. */
@Named
@ViewScoped
public class VisitForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 60;
    private static final int LAST_HOUR = 15;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    @Inject
    transient Visits visits;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    private LocalDate day;
    private LocalTime time;
    private Integer minutes = USUAL_MINUTES;
    private String contact;
    private String note;

    /** Proposes the next full hour, or the next morning when the day is over. */
    @PostConstruct
    void propose() {
        ZonedDateTime next = clock.now().atZone(Clock.ZONE).plusHours(1).truncatedTo(ChronoUnit.HOURS);
        boolean over = next.getHour() > LAST_HOUR || next.toLocalTime().isBefore(MORNING);
        day = next.getHour() > LAST_HOUR ? next.toLocalDate().plusDays(1) : next.toLocalDate();
        time = over ? MORNING : next.toLocalTime();
    }

    /** Agrees the visit of a ticket that was seen in that version. */
    public String schedule(Long ticket, Integer version) {
        return act.run(() -> visits.schedule(ticket, new Visits.Schedule(version, start(), minutes, contact, note)),
                "ticket.done.schedule", "ticket?faces-redirect=true&id=" + ticket);
    }

    private Instant start() {
        return day == null || time == null ? null : Visits.Schedule.at(day, time);
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
