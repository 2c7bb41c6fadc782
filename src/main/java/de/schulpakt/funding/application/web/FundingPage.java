package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Programmes and applications: where the work on funding begins. */
@Named
@ViewScoped
public class FundingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Applications applications;
    @Inject
    transient ApplicationQueries queries;
    @Inject
    transient Programmes programmes;
    @Inject
    transient ProgrammeQueries programmeQueries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long programme;
    private String state;
    private String q;
    private Integer page;
    private String sort;
    private List<ProgrammeQueries.Row> programmeRows;
    private Page<ApplicationQueries.Row> rows;
    private boolean mayCreateApplication;
    private boolean mayCreateProgramme;

    /** Reads the lists that the URL asks for. */
    public void load() {
        act.show(() -> {
            programmeRows = programmeQueries.list(PageRequest.first()).rows();
            mayCreateProgramme = programmeQueries.mayCreate();
            mayCreateApplication = queries.mayCreate();
            // who keeps the programmes need not see applications
            rows = !queries.mayView() ? null : queries.list(new ApplicationQueries.Filter(programme, null, wanted(), q), PageRequest.of(page, null, sort));
        });
    }

    /** Begins an application. */
    public String create() {
        return act.run(() -> "application?faces-redirect=true&id=" + applications.create(new Applications.Create(
                form.number("programmeId"), form.number("authorityId"), form.text("title"))), "funding.application.created");
    }

    /** Creates a programme. */
    public String createProgramme() {
        return act.run(() -> "programme?faces-redirect=true&id=" + programmes.create(new Programmes.Create(form.text("code"),
                form.text("name"), form.day("startsOn"), form.day("endsOn"))), "funding.programme.created");
    }

    private ApplicationState wanted() {
        return Arrays.stream(ApplicationState.values()).filter(s -> s.name().equals(state)).findFirst().orElse(null);
    }

    /** All states, for the filter. */
    public ApplicationState[] getStates() {
        return ApplicationState.values();
    }

    public Form getForm() {
        return form;
    }

    public Long getProgramme() {
        return programme;
    }

    public void setProgramme(Long programme) {
        this.programme = programme;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
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

    public List<ProgrammeQueries.Row> getProgrammeRows() {
        return programmeRows;
    }

    public Page<ApplicationQueries.Row> getRows() {
        return rows;
    }

    public boolean isMayCreateApplication() {
        return mayCreateApplication;
    }

    public boolean isMayCreateProgramme() {
        return mayCreateProgramme;
    }
}
