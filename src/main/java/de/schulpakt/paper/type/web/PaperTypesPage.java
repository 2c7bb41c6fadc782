package de.schulpakt.paper.type.web;

import de.schulpakt.paper.type.PaperTypes;
import de.schulpakt.paper.type.TypeQueries;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The types of files that are taken in, and the one that the address names. */
@Named
@ViewScoped
public class PaperTypesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TypeQueries queries;
    @Inject
    transient PaperTypes types;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<TypeQueries.Type> rows;
    private transient List<HistoryEntry> timeline;
    private TypeQueries.Type chosen;
    private boolean offered;
    private boolean shown;

    /** Reads the types, and the one that the address names. */
    public void load() {
        act.show(() -> {
            chosen = getRows().stream().filter(t -> t.type().name().equals(here.param("type"))).findFirst().orElse(null);
            if (chosen != null) {
                offered = chosen.offered();
                shown = chosen.shown();
            }
        });
    }

    /** Keeps the form. */
    public String save() {
        return act.run(() -> types.change(new PaperTypes.Change(chosen.type(), chosen.version(), offered, shown && chosen.shows())), "papers.type_kept",
                "types?faces-redirect=true&type=" + chosen.type());
    }

    /** Read once per request of the browser. */
    public List<TypeQueries.Type> getRows() {
        if (rows == null) {
            rows = queries.types();
        }
        return rows;
    }

    /** What was changed of the chosen one, newest first. */
    public List<HistoryEntry> getTimeline() {
        if (timeline == null) {
            timeline = chosen == null ? List.of() : queries.typeHistory(chosen.type());
        }
        return timeline;
    }

    public TypeQueries.Type getChosen() {
        return chosen;
    }

    public boolean isOffered() {
        return offered;
    }

    public void setOffered(boolean offered) {
        this.offered = offered;
    }

    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }
}
