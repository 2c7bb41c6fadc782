package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.PackQueries;
import de.schulpakt.funding.pack.Packs;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One rule pack: what it changes, whom it hits, and the steps it takes. */
@Named
@ViewScoped
public class PackPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Packs packs;
    @Inject
    transient PackQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private PackQueries.View view;

    /** Reads the pack that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    /** Takes its rules over. */
    public String take() {
        return act.run(() -> packs.take(id, seen()), "pack.imported", here());
    }

    /** Confirms what it calls confirmed. */
    public String confirm() {
        return act.run(() -> packs.confirm(id, seen()), "pack.confirmed", here());
    }

    /** Gives it up. */
    public String discard() {
        return act.run(() -> packs.discard(id, seen()), "pack.discarded", here());
    }

    private Packs.Step seen() {
        return new Packs.Step(view.version());
    }

    private String here() {
        return "pack?faces-redirect=true&id=" + id;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public PackQueries.View getView() {
        return view;
    }
}
