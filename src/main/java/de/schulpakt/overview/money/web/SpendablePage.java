package de.schulpakt.overview.money.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.overview.money.SpendableQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What can still be spent, of a school or an authority; and the requests that compete for one position. */
@Named
@RequestScoped
public class SpendablePage {
    @Inject
    SpendableQueries queries;
    @Inject
    SchoolQueries schools;
    @Inject
    BudgetQueries budgets;
    @Inject
    Act act;
    @Inject
    Here here;
    private SpendableQueries.View view;
    private boolean choice;
    private BudgetQueries.View budget;
    private List<SpendableQueries.Rival> rivals = List.of();

    /** Reads it. */
    public void load() {
        act.show(() -> {
            Long of = Params.number(here.param("budget"));
            List<SchoolQueries.AuthorityOption> all = schools.authorities();
            choice = all.size() > 1;
            Long authority = Params.number(here.param("authority"));
            view = queries.spendable(Params.number(here.param("school")), authority == null && all.size() == 1 ? all.get(0).id() : authority);
            if (of != null) {
                rivals = queries.rivals(of);
                budget = budgets.view(of);
            }
        });
    }

    public SpendableQueries.View getView() {
        return view;
    }

    public boolean isChoice() {
        return choice;
    }

    public BudgetQueries.View getBudget() {
        return budget;
    }

    public List<SpendableQueries.Rival> getRivals() {
        return rivals;
    }
}
