package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of budgets. */
@Named
@RequestScoped
public class BudgetsPage {
    @Inject
    BudgetQueries queries;
    @Inject
    Here here;

    /** True for those who see programmes and applications too, and not only budgets. */
    public boolean isApplicant() {
        return queries.applicant();
    }

    /** True for those who see own money: of an authority as a whole. */
    public boolean isOwnMoney() {
        return queries.ofAuthorities();
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("programme", "authority", "application").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
