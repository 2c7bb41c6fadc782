package de.schulpakt.install.network.web;

import de.schulpakt.install.network.UnitKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of ports. */
@Named
@RequestScoped
public class PortsPage {
    public UnitKind[] getKinds() {
        return UnitKind.values();
    }
}
