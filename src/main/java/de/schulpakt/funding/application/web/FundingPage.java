package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.programme.ProgrammeList;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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
    transient ProgrammeList programmeList;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private List<ProgrammeQueries.Row> programmeRows;
    private boolean mayCreateApplication;
    private boolean mayCreateProgramme;

    /** Reads the programmes and what the asker may begin. */
    public void load() {
        act.show(() -> {
            programmeRows = programmeList.page(ListView.all()).rows().stream().filter(p -> !p.withdrawn()).toList();
            mayCreateProgramme = programmeQueries.mayCreate();
            mayCreateApplication = queries.mayCreate();
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

    /** All states, for the filter. */
    public ApplicationState[] getStates() {
        return ApplicationState.values();
    }

    public Form getForm() {
        return form;
    }

    public List<ProgrammeQueries.Row> getProgrammeRows() {
        return programmeRows;
    }

    /** True if the asker sees applications; who keeps the programmes need not. */
    public boolean isMayView() {
        return queries.mayView();
    }

    public boolean isMayCreateApplication() {
        return mayCreateApplication;
    }

    public boolean isMayCreateProgramme() {
        return mayCreateProgramme;
    }
}
