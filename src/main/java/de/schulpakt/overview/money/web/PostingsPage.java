package de.schulpakt.overview.money.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.platform.list.web.ListPage;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** The rows behind a figure: budgets and postings with their causes. */
@Named("postingsPage")
@ViewScoped
public class PostingsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TraceQueries queries;
    @Inject
    transient ListPage list;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private transient TraceQueries.Postings postings;
    private transient List<TraceQueries.BudgetLine> budgets = List.of();

    /** Loads what the URL asks for. */
    public void load() {
        act.show(() -> {
            postings = queries.postings(list.getView());
            budgets = queries.budgets(list.getView());
        });
    }

    public TraceQueries.Postings getPostings() {
        return postings;
    }

    public List<TraceQueries.BudgetLine> getBudgets() {
        return budgets;
    }

    /** The figure, null for all postings. */
    public Balance getKind() {
        return Params.constant(Balance.class, here.param("kind"));
    }

    /** The programme, null for all. */
    public Long getProgramme() {
        return Params.number(here.param("programme"));
    }

    /** What the address narrows down to and no field of the form shows. */
    public List<String> getKept() {
        return Stream.of("programme", "authority", "school", "budget").filter(name -> Params.number(here.param(name)) != null).toList();
    }

    /** Key of the heading: the figure, or all postings. */
    public String getTitleKey() {
        return getKind() == null ? "postings.all" : "postings." + getKind().name();
    }

    public Balance[] getKinds() {
        return Balance.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
