package de.schulpakt.inventory.sight.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.sight.SightQueries;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of sights, on the home page and on the page of a device. */
@Named
@RequestScoped
public class SightsPage {
    @Inject
    SightQueries queries;
    @Inject
    Guard guard;
    @Inject
    Here here;
    private SightQueries.Counts counts;
    private SightQueries.View view;
    private boolean asked;

    /** What is to be looked at, null for who sees no devices. */
    public SightQueries.Counts getCounts() {
        if (counts == null && guard.may(Permission.DEVICE_VIEW)) {
            counts = queries.counts();
        }
        return counts;
    }

    /** What was seen of a device. */
    public SightQueries.View of(Long device) {
        if (!asked) {
            view = queries.of(device);
            asked = true;
        }
        return view;
    }

    /** The day before the first one that is not quiet, as the list takes it. */
    public String getQuietUntil() {
        return queries.quietSince().minusDays(1).toString();
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("school", "lastTo", "never", "elsewhere", "there", "managed").filter(p -> !here.param(p).isEmpty()).toList();
    }
}
