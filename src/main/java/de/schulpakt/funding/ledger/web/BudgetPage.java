package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One budget: what it has, where it went, and the correction. */
@Named
@ViewScoped
public class BudgetPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Budgets budgets;
    @Inject
    transient BudgetQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private boolean applicant;
    private Long id;
    private Integer page;
    private String sort;
    private BudgetQueries.View view;
    private Page<BudgetQueries.Line> postings;

    /** Reads the budget that the URL names. */
    public void load() {
        act.show(() -> {
            applicant = queries.applicant();
            view = queries.view(id == null ? 0 : id);
            postings = queries.postings(view.id(), PageRequest.of(page, null, sort));
        });
    }

    /** Corrects what was spent. */
    public String correct() {
        return act.run(() -> {
            budgets.correct(id, new Budgets.Correct(view.version(), form.cents("amountCents"), form.text("reason")));
        }, "funding.budget.corrected", "budget?faces-redirect=true&id=" + id);
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Integer getPage() {
        return page;
    }

    public void setPage(Integer page) {
        this.page = page;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public BudgetQueries.View getView() {
        return view;
    }

    public Page<BudgetQueries.Line> getPostings() {
        return postings;
    }

    /** True for those who see programmes and applications too, and not only budgets. */
    public boolean isApplicant() {
        return applicant;
    }
}
