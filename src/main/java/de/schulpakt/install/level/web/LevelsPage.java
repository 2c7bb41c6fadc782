package de.schulpakt.install.level.web;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelQueries;
import de.schulpakt.install.level.ServiceLevels;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.Set;

/** The service levels, and the form for one priority. */
@Named
@ViewScoped
public class LevelsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "levels?faces-redirect=true";
    private static final String KEPT = "levels.kept";
    @Inject
    transient LevelQueries queries;
    @Inject
    transient ServiceLevels levels;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private LevelQueries.View view;
    private LevelQueries.Level chosen;
    private Integer responseMinutes;
    private Integer solutionMinutes;
    private Integer silentDays;
    private LocalTime opens;
    private LocalTime closes;
    private WaitingReason[] stops;

    /** Reads all that is set, and the priority that the address names. */
    public void load() {
        act.show(() -> {
            view = queries.view();
            silentDays = view.silentDays();
            opens = view.opens();
            closes = view.closes();
            stops = view.stops().toArray(new WaitingReason[0]);
            Priority priority = Params.constant(Priority.class, here.param("priority"));
            chosen = view.levels().stream().filter(l -> l.priority() == priority).findFirst().orElse(null);
            if (chosen != null) {
                responseMinutes = chosen.responseMinutes();
                solutionMinutes = chosen.solutionMinutes();
            }
        });
    }

    public String save() {
        return act.run(() -> levels.change(chosen.priority(), new ServiceLevels.Change(chosen.version(), responseMinutes, solutionMinutes)), KEPT, HERE);
    }

    public String saveHours() {
        return act.run(() -> levels.hours(new ServiceLevels.Hours(view.version(), opens, closes, silentDays)), KEPT, HERE);
    }

    public String saveStops() {
        return act.run(() -> levels.stops(new ServiceLevels.Stops(stops == null ? Set.of() : Set.of(stops))), KEPT, HERE);
    }

    /** Somebody is told from now on, or no longer. */
    public String lead(Long user, boolean leads) {
        return act.run(() -> levels.lead(user, new ServiceLevels.Lead(leads)), KEPT, HERE);
    }

    public LevelQueries.View getView() {
        return view;
    }

    public LevelQueries.Level getChosen() {
        return chosen;
    }

    public WaitingReason[] getReasons() {
        return WaitingReason.values();
    }

    public Integer getResponseMinutes() {
        return responseMinutes;
    }

    public void setResponseMinutes(Integer responseMinutes) {
        this.responseMinutes = responseMinutes;
    }

    public Integer getSolutionMinutes() {
        return solutionMinutes;
    }

    public void setSolutionMinutes(Integer solutionMinutes) {
        this.solutionMinutes = solutionMinutes;
    }

    public Integer getSilentDays() {
        return silentDays;
    }

    public void setSilentDays(Integer silentDays) {
        this.silentDays = silentDays;
    }

    public LocalTime getOpens() {
        return opens;
    }

    public void setOpens(LocalTime opens) {
        this.opens = opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public void setCloses(LocalTime closes) {
        this.closes = closes;
    }

    public WaitingReason[] getStops() {
        return stops == null ? null : stops.clone();
    }

    public void setStops(WaitingReason[] stops) {
        this.stops = stops == null ? null : stops.clone();
    }
}
