package de.schulpakt.install.floor.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.floor.FloorQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The way from a unit of the network or a device to its mark on a floor plan. */
@Named
@RequestScoped
public class FloorLink {
    @Inject
    FloorQueries queries;
    @Inject
    Guard guard;
    private final Map<Long, String> found = new HashMap<>();
    private final Map<Long, String> devices = new HashMap<>();

    /** The address of the plan on which a device is drawn, from the root of the application; blank for none, and for who does not see networks of its school. */
    public String device(Long id, Long school) {
        return id == null || !guard.may(Permission.NETWORK_VIEW, school) ? "" : devices.computeIfAbsent(id, one -> queries.ofDevice(one)
                .map(mark -> "/install/floor.xhtml?id=" + mark.planId() + "&mark=" + mark.id() + "#mark-" + mark.id()).orElse(""));
    }

    /** The address of the plan on which a unit is drawn, blank for none. */
    public String unit(Long id) {
        return id == null ? "" : found.computeIfAbsent(id, one -> queries.ofUnit(one).map(mark -> "floor.xhtml?id=" + mark.planId() + "&mark=" + mark.id()).orElse(""));
    }
}
