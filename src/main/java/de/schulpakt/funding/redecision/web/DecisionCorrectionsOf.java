package de.schulpakt.funding.redecision.web;

import de.schulpakt.funding.redecision.DecisionCorrectionQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Corrections of decisions, for the page of the decision and the home page; asked once per request. */
@Named
@RequestScoped
public class DecisionCorrectionsOf {
    @Inject
    DecisionCorrectionQueries queries;
    private final Map<Long, List<DecisionCorrectionQueries.Short>> known = new HashMap<>();
    private List<DecisionCorrectionQueries.Short> mine;

    /** Those of the decision on an application. */
    public List<DecisionCorrectionQueries.Short> application(Long id) {
        return id == null ? List.of() : known.computeIfAbsent(id, queries::of);
    }

    /** What the asker may confirm. */
    public List<DecisionCorrectionQueries.Short> getMine() {
        if (mine == null) {
            mine = queries.mine();
        }
        return mine;
    }
}
