package de.schulpakt.install.ready.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.ready.ReadyPlace;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands beside the list of ready texts. */
@Named
@RequestScoped
public class ReadyPlaces {
    @Inject
    SchoolQueries schools;
    @Inject
    Guard guard;
    private Boolean writer;

    /** True if the asker works for a whole authority, which a new text is for. */
    public boolean isWriter() {
        if (writer == null) {
            writer = schools.authorities().stream().anyMatch(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id()));
        }
        return writer;
    }

    public ReadyPlace[] getAll() {
        return ReadyPlace.values();
    }
}
