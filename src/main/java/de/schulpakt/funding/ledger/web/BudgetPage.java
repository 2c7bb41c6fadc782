package de.schulpakt.funding.ledger.web;

import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;

import de.schulpakt.funding.ledger.BudgetAction;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.TextsBean;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One budget, of a position or own money: what it has, where it went, and what is done to it. */
@Named
@ViewScoped
public class BudgetPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "budget?faces-redirect=true&id=";
    @Inject
    transient OwnMoney money;
    @Inject
    transient BudgetQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient TextsBean t;
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

    /** Raises or lowers own money. */
    public String change() {
        return act.run(() -> money.change(id, new OwnMoney.Change(view.version(), form.cents("wholeCents"), form.text("changeReason"))),
                "own_money.changed", HERE + id);
    }

    /** Carries own money over. */
    public String carryOver() {
        return act.run(() -> {
            money.carryOver(id, new OwnMoney.CarryOver(view.version(), form.whole("toYear"), form.text("carryReason")));
        }, "own_money.carried_over", HERE + id);
    }

    /** True if the asker may propose a correction. */
    public boolean isMayCorrect() {
        return view.actions().contains(BudgetAction.CORRECT);
    }

    /** True if the asker may move money of it. */
    public boolean isMayTransfer() {
        return view.authorityId() != null ? guard.mayAuthority(BUDGET_TRANSFER, view.authorityId()) : guard.may(BUDGET_TRANSFER, view.schoolId());
    }

    /** True if the asker sees transfers: those of an authority as a whole. */
    public boolean isOfAuthority() {
        return queries.ofAuthorities();
    }

    /** What the budget is called. */
    public String getName() {
        return view.rest() ? t.f("budget.rest.name", view.applicationNo()) : view.own() ? t.f("own_money.name", getYear(), view.account())
                : t.f("funding.position.of", view.applicationNo(), view.positionNo());
    }

    /** The heading: whose and what for. */
    public String getHead() {
        return view.authorityId() != null ? getName() : view.school() + " · " + t.of(view.category());
    }

    /** Below the heading: where it comes from. */
    public String getSub() {
        return view.rest() ? view.programmeCode() + " · " + view.authority() : view.own() ? view.authority() + " · " + view.title() : view.programmeCode() + " · " + getName() + " · " + view.description();
    }

    /** The household year, without a separator of thousands. */
    public String getYear() {
        return String.valueOf(view.householdYear());
    }

    /** Where its postings are told from the request to the serial number. */
    public String getTrace() {
        return "../overview/postings.xhtml?budget=" + id;
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
