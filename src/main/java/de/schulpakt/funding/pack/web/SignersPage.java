package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.SignerQueries;
import de.schulpakt.funding.pack.Signers;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Who signs rule packs. */
@Named
@ViewScoped
public class SignersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Signers signers;
    @Inject
    transient SignerQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private List<SignerQueries.Row> rows = List.of();
    private List<SignerQueries.Row> live = List.of();
    private boolean mayEdit;

    /** Reads the signers. */
    public void load() {
        act.show(() -> {
            rows = queries.all();
            live = rows.stream().filter(s -> s.endedOn() == null).toList();
            mayEdit = queries.mayEdit();
        });
    }

    /** Enters one. */
    public String add() {
        return act.run(() -> {
            signers.add(new Signers.Add(form.text("name"), form.text("publicKey")));
        }, "pack_signer.was_added", "signers?faces-redirect=true");
    }

    /** Ends a key. */
    public String end() {
        Long id = form.number("signer");
        Integer version = rows.stream().filter(s -> s.id().equals(id)).map(SignerQueries.Row::version).findFirst().orElse(null);
        return act.run(() -> signers.end(id == null ? 0 : id, new Signers.End(version, form.text("reason"))), "pack_signer.was_ended", "signers?faces-redirect=true");
    }

    public List<SignerQueries.Row> getRows() {
        return rows;
    }

    public List<SignerQueries.Row> getLive() {
        return live;
    }

    public boolean isMayEdit() {
        return mayEdit;
    }

    public Form getForm() {
        return form;
    }
}
