package de.schulpakt.funding.duty.web;

import de.schulpakt.funding.duty.PublicityQueries;
import de.schulpakt.funding.duty.StakeQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Publicity and what is at stake, for the cards in the pages of an application and of a proof; asked once per request. */
@Named
@RequestScoped
public class DutyCard {
    @Inject
    PublicityQueries publicity;
    @Inject
    StakeQueries stakes;
    private final Map<Long, PublicityQueries.Publicity> told = new HashMap<>();
    private final Map<Long, StakeQueries.Stake> known = new HashMap<>();

    /** The publicity of an award; null without an application. */
    public PublicityQueries.Publicity publicity(Long application) {
        return application == null ? null : told.computeIfAbsent(application, publicity::of);
    }

    /** What of an award is at stake; null without an application. */
    public StakeQueries.Stake stake(Long application) {
        return application == null ? null : known.computeIfAbsent(application, stakes::of);
    }
}
