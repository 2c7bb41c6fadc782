package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What stands beside the list of places that are no schools. */
@Named
@RequestScoped
public class PlacesPage {
    @Inject
    Guard guard;
    @Inject
    SchoolQueries queries;

    private Boolean creating;

    /** True if the asker adds rooms to all places of an authority, and so makes one. */
    public boolean isCreating() {
        if (creating == null) {
            creating = queries.authorities().stream().anyMatch(a -> guard.mayAuthority(ROOM_EDIT, a.id()));
        }
        return creating;
    }

    /** The kinds of places that are no schools. */
    public List<PlaceKind> getKinds() {
        return Arrays.stream(PlaceKind.values()).filter(PlaceKind::other).toList();
    }
}
