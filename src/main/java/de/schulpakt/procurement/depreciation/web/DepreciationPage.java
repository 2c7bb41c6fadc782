package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.depreciation.AssetBookingState;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the lists of runs and of their devices. */
@Named
@RequestScoped
public class DepreciationPage {
    @Inject
    SchoolQueries schools;
    @Inject
    Guard guard;
    @Inject
    Here here;
    private List<SchoolQueries.AuthorityOption> authorities;

    /** The authorities for which the asker books. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.DELIVERY_RECEIVE, a.id())).toList();
        }
        return authorities;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("authority", "booking", "kind", "school", "year").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public AssetBookingState[] getStates() {
        return AssetBookingState.values();
    }
}
