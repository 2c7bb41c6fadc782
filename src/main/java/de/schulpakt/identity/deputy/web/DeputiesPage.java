package de.schulpakt.identity.deputy.web;

import de.schulpakt.identity.deputy.Deputies;
import de.schulpakt.identity.deputy.DeputyQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Who acts for the person, and for whom the person acts. */
@Named
@ViewScoped
public class DeputiesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "deputies?faces-redirect=true";
    @Inject
    transient Deputies deputies;
    @Inject
    transient DeputyQueries queries;
    @Inject
    transient Act act;
    private transient List<DeputyQueries.Row> rows;
    private String login;
    private LocalDate fromOn;
    private LocalDate toOn;
    private String note;

    /** Reads what there is. */
    public void load() {
        act.show(this::getRows);
    }

    /** Names a deputy. */
    public String name() {
        return act.run(() -> deputies.name(new Deputies.Name(login, fromOn, toOn, note)), "deputy.named", SELF);
    }

    /** Ends one before its last day. */
    public String end(Long id) {
        return act.run(() -> deputies.end(id), "deputy.is_ended", SELF);
    }

    public List<DeputyQueries.Row> getRows() {
        if (rows == null) {
            rows = queries.mine();
        }
        return rows;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public void setFromOn(LocalDate fromOn) {
        this.fromOn = fromOn;
    }

    public LocalDate getToOn() {
        return toOn;
    }

    public void setToOn(LocalDate toOn) {
        this.toOn = toOn;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
