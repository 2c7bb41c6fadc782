package de.schulpakt.notice.talk.web;

import de.schulpakt.notice.talk.WatchQueries;
import de.schulpakt.notice.talk.Watching;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What one watches, and what one watches without saying so. */
@Named
@ViewScoped
public class WatchPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "watches?faces-redirect=true";
    @Inject
    transient WatchQueries queries;
    @Inject
    transient Watching watching;
    @Inject
    transient Act act;
    private transient List<WatchQueries.Row> rows;
    private boolean speaks;
    private boolean acts;

    /** Reads what was chosen. */
    public void load() {
        act.show(() -> {
            WatchQueries.Habit habit = queries.habit();
            speaks = habit.speaks();
            acts = habit.acts();
        });
    }

    /** Keeps what is chosen. */
    public String save() {
        return act.run(() -> watching.choose(new Watching.Choose(speaks, acts)), "watch.chosen", SELF);
    }

    /** Ends one. */
    public String unwatch(String type, Long id) {
        return act.run(() -> watching.unwatch(type, id), "watch.ended", SELF);
    }

    public List<WatchQueries.Row> getRows() {
        if (rows == null) {
            rows = queries.own();
        }
        return rows;
    }

    public boolean isSpeaks() {
        return speaks;
    }

    public void setSpeaks(boolean speaks) {
        this.speaks = speaks;
    }

    public boolean isActs() {
        return acts;
    }

    public void setActs(boolean acts) {
        this.acts = acts;
    }
}
