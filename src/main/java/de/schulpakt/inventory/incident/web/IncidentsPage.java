package de.schulpakt.inventory.incident.web;

import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentPayer;
import de.schulpakt.inventory.incident.IncidentState;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of cases. */
@Named
@RequestScoped
public class IncidentsPage {
    @Inject
    Here here;

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("device", "school").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public IncidentState[] getStates() {
        return IncidentState.values();
    }

    public IncidentKind[] getKinds() {
        return IncidentKind.values();
    }

    public IncidentPayer[] getPayers() {
        return IncidentPayer.values();
    }
}
