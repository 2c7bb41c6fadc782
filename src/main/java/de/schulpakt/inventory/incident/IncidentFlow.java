package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.inventory.incident.IncidentAction.CHANGE;
import static de.schulpakt.inventory.incident.IncidentAction.CLOSE;
import static de.schulpakt.inventory.incident.IncidentAction.REOPEN;
import static de.schulpakt.inventory.incident.IncidentState.CLOSED;
import static de.schulpakt.inventory.incident.IncidentState.OPEN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a case. */
public final class IncidentFlow {
    /** From, action, permission, to. */
    public static final Transitions<IncidentState, IncidentAction> FLOW = Transitions.<IncidentState, IncidentAction>table()
            .row(OPEN, CHANGE, DEVICE_ADD, OPEN)
            .row(OPEN, CLOSE, DEVICE_ADD, CLOSED)
            .row(CLOSED, REOPEN, DEVICE_ADD, OPEN)
            .build();

    private IncidentFlow() {
    }
}
