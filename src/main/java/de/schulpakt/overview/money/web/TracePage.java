package de.schulpakt.overview.money.web;

import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.TraceView;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One euro from the ceiling to the serial number and the ticket, as one line down the page. */
@Named("tracePage")
@ViewScoped
public class TracePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TraceQueries queries;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private transient TraceView view;

    /** Loads the device that the URL names by id or by serial. */
    public void load() {
        Long device = Params.number(here.param("device"));
        act.show(() -> view = device == null ? queries.trace(here.param("serial")) : queries.trace(device));
    }

    public TraceView getView() {
        return view;
    }
}
