package de.schulpakt.identity.deputy.web;

import de.schulpakt.identity.deputy.Deputies;
import de.schulpakt.identity.deputy.DeputyQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Who acts for somebody else, on the page of the account: for administrators, when the person is away and did not name anybody. */
@Named
@ViewScoped
public class UserDeputiesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Deputies deputies;
    @Inject
    transient DeputyQueries queries;
    @Inject
    transient Act act;
    private transient List<DeputyQueries.Row> rows;
    private final Form form = new Form();
    private Long id;

    /** Says who is stood in for. */
    public void of(Long user) {
        id = user;
    }

    /** Names a deputy for the person. */
    public String name() {
        return act.run(() -> deputies.nameFor(id, new Deputies.NameFor(form.text("deputy"), form.day("deputyFrom"), form.day("deputyTo"), form.text("deputyNote"))),
                "deputy.named", self());
    }

    /** Ends one before its last day. */
    public String end(Long deputy) {
        return act.run(() -> deputies.end(deputy), "deputy.is_ended", self());
    }

    /** Who acts for the person, the newest first. */
    public List<DeputyQueries.Row> getRows() {
        if (rows == null) {
            rows = id == null ? List.of() : queries.of(id);
        }
        return rows;
    }

    public Form getForm() {
        return form;
    }

    private String self() {
        return "user?faces-redirect=true&id=" + id;
    }
}
