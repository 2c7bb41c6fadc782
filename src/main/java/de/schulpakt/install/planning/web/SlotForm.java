package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Slots;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Up to three dates that a technician offers, and the one that the school picks; days and times are those of Berlin. */
@Named
@ViewScoped
public class SlotForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 60;
    @Inject
    transient Slots slots;
    @Inject
    transient WeekQueries queries;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private LocalDate day1;
    private LocalTime time1;
    private LocalDate day2;
    private LocalTime time2;
    private LocalDate day3;
    private LocalTime time3;
    private Integer minutes = USUAL_MINUTES;
    private String contact;
    private String wish;

    /** The dates that are offered for a ticket. */
    public List<WeekQueries.Slot> of(Long ticket) {
        return queries.slots(ticket);
    }

    /** Whether lessons are disturbed by work on a date: the name of the holidays, or the word for it. */
    public String lessons(WeekQueries.Slot slot) {
        String name = slot.lessons().name(language.getLocale().getLanguage());
        return name == null ? Texts.get(language.getLocale(), slot.lessons().kind()) : name;
    }

    /** Offers the dates that are typed. */
    public String offer(Long ticket) {
        return act.run(() -> {
            List<Slots.Slot> all = new ArrayList<>();
            add(all, 1, day1, time1, minutes);
            add(all, 2, day2, time2, minutes);
            add(all, 3, day3, time3, minutes);
            slots.offer(ticket, new Slots.Offer(all));
        }, "ticket.done.offer", page(ticket));
    }

    /** Adds a date that is typed; refuses {@code slot.half} for one of which a half is missing, so that it is not lost unnoticed. */
    static void add(List<Slots.Slot> all, int no, LocalDate day, LocalTime time, Integer minutes) {
        if (day == null != (time == null)) {
            throw new Refused("slot.half", no);
        }
        if (day != null) {
            all.add(new Slots.Slot(Visits.Schedule.at(day, time), minutes));
        }
    }

    /** None of the dates suits. */
    public String decline(Long ticket) {
        return act.run(() -> slots.decline(ticket, new Slots.Decline(wish)), "ticket.done.decline", page(ticket));
    }

    /** The dates are offered no more. */
    public String takeBack(Long ticket) {
        return act.run(() -> slots.takeBack(ticket, new Slots.TakeBack(wish)), "ticket.done.take_back", page(ticket));
    }

    /** Picks a date. */
    public String pick(Long ticket, Integer version, Long slot) {
        return act.run(() -> slots.pick(ticket, slot, new Slots.Pick(version, contact)), "ticket.done.pick", page(ticket));
    }

    private static String page(Long ticket) {
        return "ticket?faces-redirect=true&id=" + ticket;
    }

    public LocalDate getDay1() {
        return day1;
    }

    public void setDay1(LocalDate day1) {
        this.day1 = day1;
    }

    public LocalTime getTime1() {
        return time1;
    }

    public void setTime1(LocalTime time1) {
        this.time1 = time1;
    }

    public LocalDate getDay2() {
        return day2;
    }

    public void setDay2(LocalDate day2) {
        this.day2 = day2;
    }

    public LocalTime getTime2() {
        return time2;
    }

    public void setTime2(LocalTime time2) {
        this.time2 = time2;
    }

    public LocalDate getDay3() {
        return day3;
    }

    public void setDay3(LocalDate day3) {
        this.day3 = day3;
    }

    public LocalTime getTime3() {
        return time3;
    }

    public void setTime3(LocalTime time3) {
        this.time3 = time3;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getWish() {
        return wish;
    }

    public void setWish(String wish) {
        this.wish = wish;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }
}
