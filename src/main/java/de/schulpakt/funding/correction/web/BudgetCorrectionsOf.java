package de.schulpakt.funding.correction.web;

import de.schulpakt.funding.correction.BudgetCorrectionQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Corrections that wait for a second person, for the page of their budget and the home page; asked once per request. */
@Named
@RequestScoped
public class BudgetCorrectionsOf {
    @Inject
    BudgetCorrectionQueries queries;
    private final Map<Long, List<BudgetCorrectionQueries.Waiting>> known = new HashMap<>();
    private List<BudgetCorrectionQueries.Waiting> mine;

    /** What of a budget waits. */
    public List<BudgetCorrectionQueries.Waiting> budget(Long id) {
        return id == null ? List.of() : known.computeIfAbsent(id, queries::waitingOf);
    }

    /** What the asker may confirm. */
    public List<BudgetCorrectionQueries.Waiting> getMine() {
        if (mine == null) {
            mine = queries.mine();
        }
        return mine;
    }
}
