package de.schulpakt.overview.readiness.web;

import de.schulpakt.overview.readiness.RoomTrade;
import de.schulpakt.school.place.RoomKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of rooms. */
@Named
@RequestScoped
public class ReadinessPage {
    public RoomTrade[] getTrades() {
        return RoomTrade.values();
    }

    public RoomKind[] getKinds() {
        return RoomKind.values();
    }
}
