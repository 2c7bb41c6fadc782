package de.schulpakt.install.network.web;

import de.schulpakt.install.network.WayQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way of the device or port that the address names. */
@Named
@RequestScoped
public class WayPage {
    @Inject
    WayQueries queries;
    @Inject
    Here here;
    @Inject
    Act act;
    private WayQueries.Way way;

    /** Reads the way. */
    public void load() {
        act.show(() -> {
            Long device = Params.number(here.param("device"));
            Long port = Params.number(here.param("port"));
            way = device != null ? queries.ofDevice(device) : queries.ofPort(port == null ? -1 : port);
        });
    }

    public WayQueries.Way getWay() {
        return way;
    }
}
