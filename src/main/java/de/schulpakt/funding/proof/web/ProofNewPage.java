package de.schulpakt.funding.proof.web;

import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.proof.Proofs;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A proof of an application is begun. */
@Named
@ViewScoped
public class ProofNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Proofs proofs;
    @Inject
    transient ProofQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;
    private ProofQueries.Begin begin;

    /** Reads the application of the URL. */
    public void load() {
        act.show(() -> begin = queries.begin(application == null ? 0 : application));
    }

    /** Begins it. */
    public String prepare() {
        return act.run(() -> "proof?faces-redirect=true&id=" + proofs.prepare(new Proofs.Prepare(application, form.choice(ProofKind.class, "kind"),
                form.day("toOn"))), "proof.prepared");
    }

    /** Both kinds. */
    public List<ProofKind> getKinds() {
        return List.of(ProofKind.values());
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

    public ProofQueries.Begin getBegin() {
        return begin;
    }
}
