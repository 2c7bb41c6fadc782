package de.schulpakt.install.trip.web;

import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.trip.TripQueries;
import de.schulpakt.install.trip.Trips;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;

/** A trip to a school: what to do, what to load, how to get in. */
@Named
@ViewScoped
public class TripPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Trips trips;
    @Inject
    transient TripQueries queries;
    @Inject
    transient Act act;
    private Long school;
    private TripQueries.View view;
    private Long picked;
    private List<Long> chosen = List.of();
    private LocalTime time;
    private final Form form = new Form();

    /** Reads the school that the address names; without one, the page asks where to. */
    public void load() {
        act.show(() -> {
            if (school == null) {
                queries.mayGo();
                return;
            }
            view = queries.school(school);
            form.putIfAbsent("keys", view.keys());
            form.putIfAbsent("hours", view.hours());
        });
    }

    /** Goes on to the school that was picked. */
    public String pick() {
        return "trip?faces-redirect=true&school=" + picked;
    }

    /** Agrees the visits. */
    public String agree() {
        return run(() -> trips.agree(school, new Trips.Agree(form.day("day") == null || time == null ? null : Visits.Schedule.at(form.day("day"), time),
                view.works().stream().filter(work -> chosen.contains(work.id())).map(work -> new Trips.Seen(work.id(), work.version())).toList(),
                form.text("contact"))), "trip.agreed", "today?faces-redirect=true&day=" + form.day("day"));
    }

    /** Keeps how one gets in. */
    public String access() {
        return run(() -> trips.access(school, new Trips.Access(view.accessVersion(), form.text("keys"), form.text("hours"))), "trip.access_saved",
                "trip?faces-redirect=true&school=" + school);
    }

    private String run(Runnable step, String done, String outcome) {
        String to = act.run(step, done, outcome);
        if (to == null) {
            load();
        }
        return to;
    }

    public TripQueries.View getView() {
        return view;
    }

    public Long getPicked() {
        return picked;
    }

    public void setPicked(Long picked) {
        this.picked = picked;
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public List<Long> getChosen() {
        return chosen;
    }

    public void setChosen(List<Long> chosen) {
        this.chosen = chosen;
    }

    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }

    public Form getForm() {
        return form;
    }
}
