package de.schulpakt.procurement.award.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.award.AwardKind;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.AwardState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of award files. */
@Named
@RequestScoped
public class AwardsPage {
    @Inject
    AwardQueries queries;
    @Inject
    Here here;
    private List<AwardQueries.Choice> buyers;

    /** The authorities for which the asker buys, read once per request of the browser. */
    public List<AwardQueries.Choice> getBuyers() {
        if (buyers == null) {
            buyers = queries.buyers();
        }
        return buyers;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("authority").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public AwardState[] getStates() {
        return AwardState.values();
    }

    public AwardKind[] getKinds() {
        return AwardKind.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
