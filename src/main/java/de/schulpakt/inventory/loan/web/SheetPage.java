package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.loan.SheetQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One sheet: what went out or came back, its photos and signatures. */
@Named
@ViewScoped
public class SheetPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SheetQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private SheetQueries.View view;

    /** Reads the sheet. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? -1 : id));
    }

    public SheetQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
