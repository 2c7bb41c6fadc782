package de.schulpakt.procurement.difference.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.difference.DifferenceKind;
import de.schulpakt.procurement.difference.DifferenceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of differences. */
@Named
@RequestScoped
public class DifferencesPage {
    @Inject
    Guard guard;
    @Inject
    Here here;

    /** True for who reads files of a finance system. */
    public boolean isReads() {
        return guard.may(DELIVERY_RECEIVE);
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("authority").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public DifferenceState[] getStates() {
        return DifferenceState.values();
    }

    public DifferenceKind[] getKinds() {
        return DifferenceKind.values();
    }
}
