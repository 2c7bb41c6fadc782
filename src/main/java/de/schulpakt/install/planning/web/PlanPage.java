package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.PlanQueries;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A week or a month of all technicians. A visit is dragged to another day or time, which fills the form that moves it; what was just moved can
 * be moved back.
 */
@Named
@ViewScoped
public class PlanPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String MONTH = "month";
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 17;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    @Inject
    transient PlanQueries queries;
    @Inject
    transient Visits visits;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient PlanQueries.Calendar calendar;
    /** When each visit begins as the page shows it, by its id. */
    private final Map<Long, Instant> seen = new HashMap<>();
    private boolean month;
    private LocalDate from;
    private LocalDate to;
    private LocalDate asked;
    private Long who;
    /** The ticket whose visit was moved just now, and when it was to begin before. */
    private Long movedTicket;
    private Instant back;
    private Long visitId;
    private LocalDate day;
    private LocalTime time;

    /**
     * A day with what is on it.
     *
     * @param gone ids of those who are away, with commas
     */
    public record Day(LocalDate day, String holiday, List<PlanQueries.Gone> away, String gone, List<PlanQueries.Entry> visits) {
    }

    /**
     * Days in a row.
     *
     * @param id technician of the row, null for all
     */
    public record Row(Long id, String name, List<Day> days) {
    }

    /** Reads the week or month of the day that the address names, or this one. */
    public void load() {
        act.show(() -> {
            month = MONTH.equals(here.param("view"));
            LocalDate named = Params.day(here.param("day"));
            asked = named == null ? clock.today() : named;
            who = Params.number(here.param("who"));
            movedTicket = Params.number(here.param("moved"));
            Long before = Params.number(here.param("back"));
            try {
                back = before == null ? null : Instant.ofEpochSecond(before);
            } catch (DateTimeException e) {
                back = null;
            }
            LocalDate first = month ? asked.withDayOfMonth(1) : asked;
            from = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            to = (month ? asked.with(TemporalAdjusters.lastDayOfMonth()) : asked).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            read();
        });
    }

    private PlanQueries.Calendar read() {
        if (calendar == null) {
            calendar = queries.calendar(from, to);
            calendar.visits().forEach(visit -> seen.put(visit.id(), visit.startsAt()));
        }
        return calendar;
    }

    /** A row for each technician of the week; one row for all in a month. */
    public List<Row> getRows() {
        PlanQueries.Calendar all = read();
        boolean weekend = all.visits().stream().anyMatch(visit -> Clock.day(visit.startsAt()).getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue());
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).filter(one -> weekend || one.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()).toList();
        if (month) {
            return List.of(new Row(null, null, days.stream().map(one -> day(one, who)).toList()));
        }
        List<Row> rows = new ArrayList<>();
        for (PlanQueries.Technician person : all.technicians()) {
            if (who == null || who.equals(person.id())) {
                rows.add(new Row(person.id(), person.name(), days.stream().map(one -> day(one, person.id())).toList()));
            }
        }
        return rows;
    }

    private Day day(LocalDate one, Long technician) {
        List<PlanQueries.Gone> away = calendar.away().stream().filter(gone -> gone.on(one) && (technician == null || technician.equals(gone.technicianId()))).toList();
        return new Day(one, calendar.holidays().stream().filter(off -> off.day().equals(one)).map(off -> off.name(language.getLocale().getLanguage())).findFirst()
                .orElse(null), away, away.stream().map(gone -> String.valueOf(gone.technicianId())).collect(Collectors.joining(",")),
                calendar.visits().stream().filter(visit -> Clock.day(visit.startsAt()).equals(one) && (technician == null || technician.equals(visit.technicianId())))
                        .toList());
    }

    /** True if a week begins and ends on work days only, false if somebody goes somewhere on a weekend. */
    public boolean isShort() {
        return read().visits().stream().allMatch(visit -> Clock.day(visit.startsAt()).getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue());
    }

    /** The technicians to choose from. */
    public List<PlanQueries.Technician> getTechnicians() {
        return read().technicians();
    }

    /** The hours that a day shows, e.g. {@code 8-17}: more where a visit begins earlier or ends later. */
    public String getHours() {
        int first = FIRST_HOUR;
        int last = LAST_HOUR;
        for (PlanQueries.Entry visit : read().visits()) {
            LocalDateTime starts = LocalDateTime.ofInstant(visit.startsAt(), Clock.ZONE);
            LocalDateTime ends = LocalDateTime.ofInstant(visit.endsAt().minusSeconds(1), Clock.ZONE);
            first = Math.min(first, starts.getHour());
            last = ends.toLocalDate().equals(starts.toLocalDate()) ? Math.max(last, ends.getHour() + 1) : 24;
        }
        return first + "-" + last;
    }

    /** The visits that can be moved, the earliest first. */
    public List<PlanQueries.Entry> getComing() {
        return read().visits().stream().filter(this::movable).filter(visit -> who == null || who.equals(visit.technicianId())).toList();
    }

    /** True as long as it has not begun. */
    public boolean movable(PlanQueries.Entry visit) {
        return visit.startsAt().isAfter(clock.now());
    }

    /** True if who goes there is elsewhere or away then. */
    public boolean conflict(PlanQueries.Entry visit) {
        return read().conflict(visit);
    }

    /** When a visit begins, as a form names it. */
    public String time(PlanQueries.Entry visit) {
        return TIME.format(visit.startsAt().atZone(Clock.ZONE));
    }

    /** Now, as a day and a time that can be compared. */
    public String getNow() {
        return clock.today() + "T" + TIME.format(clock.now().atZone(Clock.ZONE));
    }

    /** Moves the visit that is chosen. */
    public String move() {
        PlanQueries.Entry visit = read().visits().stream().filter(one -> one.id().equals(visitId)).findFirst().orElse(null);
        return moved(() -> visits.move(visitId, new Visits.Move(seen.get(visitId), day == null || time == null ? null : Visits.Schedule.at(day, time), null)),
                visit == null ? "" : "&moved=" + visit.ticketId() + "&back=" + visit.startsAt().getEpochSecond());
    }

    /** The visit that was moved just now, null if it cannot be moved back. */
    public PlanQueries.Entry getUndo() {
        return movedTicket == null || back == null || !back.isAfter(clock.now()) ? null : read().visits().stream()
                .filter(one -> one.ticketId().equals(movedTicket) && movable(one) && !one.startsAt().equals(back)).findFirst().orElse(null);
    }

    /** Moves back what was moved just now. */
    public String undo() {
        PlanQueries.Entry visit = getUndo();
        return visit == null ? null : moved(() -> visits.move(visit.id(), new Visits.Move(visit.startsAt(), back, null)), "");
    }

    private String moved(Runnable step, String more) {
        String next = act.run(step, "plan.moved", "plan?faces-redirect=true" + (month ? "&view=month" : "") + (who == null ? "" : "&who=" + who)
                + "&day=" + asked + more);
        // what somebody else has moved meanwhile is shown as it is now
        calendar = null;
        return next;
    }

    /** The name of a visit in the form. */
    public String name(PlanQueries.Entry visit) {
        return visit.technician() + " \u00b7 " + visit.no() + " \u00b7 " + visit.school();
    }

    /** The address of the calendar with another view or day. */
    public String to(String view, LocalDate to) {
        return "plan.xhtml?view=" + view + "&day=" + to + (who == null ? "" : "&who=" + who);
    }

    public LocalDate getBefore() {
        return month ? asked.withDayOfMonth(1).minusMonths(1) : asked.minusWeeks(1);
    }

    public LocalDate getAfter() {
        return month ? asked.withDayOfMonth(1).plusMonths(1) : asked.plusWeeks(1);
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public LocalDate getAsked() {
        return asked;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public boolean isMonth() {
        return month;
    }

    public Long getWho() {
        return who;
    }

    public Instant getBack() {
        return back;
    }

    public Long getVisitId() {
        return visitId;
    }

    public void setVisitId(Long visitId) {
        this.visitId = visitId;
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
}
