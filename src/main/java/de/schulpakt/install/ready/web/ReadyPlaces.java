package de.schulpakt.install.ready.web;

import de.schulpakt.install.ready.ReadyPlace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of ready texts. */
@Named
@RequestScoped
public class ReadyPlaces {
    public ReadyPlace[] getAll() {
        return ReadyPlace.values();
    }
}
