package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;

/** Budgets of the schools that the user may see. */
@Named
@ViewScoped
public class BudgetsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient BudgetQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Act act;
    private boolean applicant;
    private Long programme;
    private Long authority;
    private Long application;
    private Long school;
    private String category;
    private Integer page;
    private String sort;
    private Page<BudgetQueries.Row> rows;

    /** Reads the list that the URL asks for. */
    public void load() {
        act.show(() -> {
            applicant = queries.applicant();
            Category wanted = Arrays.stream(Category.values()).filter(c -> c.name().equals(category)).findFirst().orElse(null);
            rows = queries.list(new BudgetQueries.Filter(programme, authority, application, school, wanted), PageRequest.of(page, null, sort));
        });
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Long getProgramme() {
        return programme;
    }

    public void setProgramme(Long programme) {
        this.programme = programme;
    }

    public Long getAuthority() {
        return authority;
    }

    public void setAuthority(Long authority) {
        this.authority = authority;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
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

    public Page<BudgetQueries.Row> getRows() {
        return rows;
    }

    /** True for those who see programmes and applications too, and not only budgets. */
    public boolean isApplicant() {
        return applicant;
    }
}
