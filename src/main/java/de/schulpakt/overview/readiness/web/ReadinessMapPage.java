package de.schulpakt.overview.readiness.web;

import de.schulpakt.overview.readiness.ReadinessMap;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The schools on a drawing, with how ready their rooms are. */
@Named
@RequestScoped
public class ReadinessMapPage {
    @Inject
    ReadinessMap map;
    @Inject
    Here here;
    @Inject
    Act act;
    private ReadinessMap.View view;

    /** Reads the schools, of the authority that the address names or all. */
    public void load() {
        act.show(() -> view = map.map(Params.number(here.param("authority"))));
    }

    public ReadinessMap.View getView() {
        return view;
    }

    public ReadinessMap.SchoolReady[] getStates() {
        return ReadinessMap.SchoolReady.values();
    }
}
