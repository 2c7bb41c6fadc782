package de.schulpakt.funding.snapshot.web;

import de.schulpakt.funding.snapshot.FigureQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One snapshot. */
@Named
@ViewScoped
public class SnapshotPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FigureQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private FigureQueries.View view;

    /** Reads the snapshot that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public FigureQueries.View getView() {
        return view;
    }
}
