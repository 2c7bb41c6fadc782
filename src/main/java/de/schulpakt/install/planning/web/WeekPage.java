package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Absences;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The week of all technicians, and the asker's own absences; a day of the week stands in the address. */
@Named
@ViewScoped
public class WeekPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;
    @Inject
    transient WeekQueries queries;
    @Inject
    transient Absences absences;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient WeekQueries.Week week;
    private transient List<WeekQueries.Own> own;
    private transient List<WeekQueries.Led> led;
    private transient List<WeekQueries.OfLed> ofLed;
    private LocalDate monday;
    private LocalDate fromOn;
    private LocalDate toOn;
    private final Form form = new Form();

    /** Reads the week that the address names, or this one. */
    public void load() {
        act.show(() -> {
            LocalDate asked = Params.day(here.param("day"));
            week = queries.week(asked == null ? clock.today() : asked);
            monday = week.monday();
        });
    }

    /** The asker is away. */
    public String add() {
        return act.run(() -> absences.add(new Absences.Add(fromOn, toOn)), "absence.added", here());
    }

    /** A colleague of a team that the asker leads is away. */
    public String addFor() {
        return act.run(() -> absences.addFor(new Absences.AddFor(form.number("who"), form.day("from"), form.day("to"))), "absence.added", here());
    }

    /** Who is in a team that the asker leads. */
    public List<WeekQueries.Led> getLed() {
        if (led == null) {
            led = queries.led();
        }
        return led;
    }

    /** The days on which they are away. */
    public List<WeekQueries.OfLed> getOfLed() {
        if (ofLed == null) {
            ofLed = queries.absencesOfLed();
        }
        return ofLed;
    }

    public Form getForm() {
        return form;
    }

    /** The asker is there after all. */
    public String remove(Long id) {
        return act.run(() -> absences.remove(id), "absence.removed", here());
    }

    private String here() {
        return "week?faces-redirect=true&day=" + monday;
    }

    public WeekQueries.Week getWeek() {
        if (week == null) {
            week = queries.week(monday);
        }
        return week;
    }

    public List<WeekQueries.Own> getOwn() {
        if (own == null) {
            own = queries.absences();
        }
        return own;
    }

    /** The public holiday of a day, null for none. */
    public String holiday(WeekQueries.Head day) {
        return day.holiday(language.getLocale().getLanguage());
    }

    public LocalDate getBefore() {
        return monday.minusDays(WEEK);
    }

    public LocalDate getAfter() {
        return monday.plusDays(WEEK);
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public void setFromOn(LocalDate fromOn) {
        this.fromOn = fromOn;
    }

    public LocalDate getToOn() {
        return toOn;
    }

    public void setToOn(LocalDate toOn) {
        this.toOn = toOn;
    }
}
