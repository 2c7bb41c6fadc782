package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of loans. */
@Named
@RequestScoped
public class LoansPage {
    @Inject
    Clock clock;
    @Inject
    Here here;

    /** The day before today: what was due until then is overdue. */
    public String getYesterday() {
        return clock.today().minusDays(1).toString();
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("school", "device", "dueTo").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public LoanState[] getStates() {
        return LoanState.values();
    }
}
