package de.schulpakt.inventory.claim.web;

import de.schulpakt.inventory.claim.ClaimQueries;
import de.schulpakt.inventory.claim.ClaimState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands beside the list of claims, and the claims on the page of a loan. */
@Named
@RequestScoped
public class ClaimsPage {
    @Inject
    ClaimQueries queries;
    private List<ClaimQueries.OfLoan> ofLoan;

    /** The claims for a loan. */
    public List<ClaimQueries.OfLoan> of(Long loan) {
        if (ofLoan == null) {
            ofLoan = queries.ofLoan(loan);
        }
        return ofLoan;
    }

    public ClaimState[] getStates() {
        return ClaimState.values();
    }
}
