package de.schulpakt.funding.revision.web;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form that begins a version of an application. */
@Named
@ViewScoped
public class RevisionNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Revisions revisions;
    @Inject
    transient ApplicationQueries applications;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;
    private ApplicationQueries.View view;

    /** Reads the application that the URL names. */
    public void load() {
        act.show(() -> view = applications.view(application == null ? 0 : application));
    }

    /** Begins the version. */
    public String create() {
        return act.run(() -> "revision?faces-redirect=true&id=" + revisions.create(new Revisions.Create(application, form.choice(RevisionKind.class, "kind"), form.text("reason"),
                form.day("askedTo"))), "revision.done.create");
    }

    /** True if the asker may do it, and there is a decision to change. */
    public boolean isMayCreate() {
        return (view.state() == ApplicationState.APPROVED || view.state() == ApplicationState.PARTLY_APPROVED) && guard.mayAuthority(APPLICATION_EDIT, view.authorityId());
    }

    public RevisionKind[] getKinds() {
        return RevisionKind.values();
    }

    public Form getForm() {
        return form;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public ApplicationQueries.View getView() {
        return view;
    }
}
