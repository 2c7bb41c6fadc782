package de.schulpakt.overview.money.web;

import de.schulpakt.overview.money.RadarQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What an application may lose when its period ends, and which money could move. */
@Named
@RequestScoped
public class RadarPage {
    @Inject
    RadarQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    private RadarQueries.View view;

    /** Reads the application that the address names. */
    public void load() {
        Long application = Params.number(here.param("application"));
        act.show(() -> view = queries.radar(application == null ? 0 : application));
    }

    public RadarQueries.View getView() {
        return view;
    }
}
