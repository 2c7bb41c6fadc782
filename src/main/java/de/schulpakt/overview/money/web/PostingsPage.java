package de.schulpakt.overview.money.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The rows behind a figure: budgets and postings with their causes. */
@Named("postingsPage")
@ViewScoped
public class PostingsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TraceQueries queries;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private transient TraceQueries.Postings postings;
    private transient List<TraceQueries.BudgetLine> budgets = List.of();
    private transient TraceQueries.Filter filter;

    /** Loads what the URL asks for. */
    public void load() {
        act.show(() -> {
            filter = new TraceQueries.Filter(Params.constant(Balance.class, here.param("kind")), Params.number(here.param("programme")),
                    Params.number(here.param("authority")), Params.number(here.param("school")),
                    Params.constant(Category.class, here.param("category")), Params.number(here.param("budget")));
            postings = queries.postings(filter, PageRequest.of(Params.page(here.param("page")), Params.page(here.param("size")), here.param("sort")));
            budgets = queries.budgets(filter);
        });
    }

    public TraceQueries.Postings getPostings() {
        return postings;
    }

    public List<TraceQueries.BudgetLine> getBudgets() {
        return budgets;
    }

    public TraceQueries.Filter getFilter() {
        return filter;
    }

    /** Key of the heading: the figure, or all postings. */
    public String getTitleKey() {
        return filter == null || filter.kind() == null ? "postings.all" : "postings." + filter.kind().name();
    }

    public Balance[] getKinds() {
        return Balance.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
