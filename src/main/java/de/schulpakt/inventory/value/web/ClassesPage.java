package de.schulpakt.inventory.value.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.value.Classes;
import de.schulpakt.inventory.value.ValueQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The classes of depreciation, and the form for one of them. */
@Named
@ViewScoped
public class ClassesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "depreciation?faces-redirect=true";
    @Inject
    transient Classes classes;
    @Inject
    transient ValueQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<ValueQueries.Kind> rows;
    private ValueQueries.Kind one;
    private final Form form = new Form();

    /** Reads the classes, and the one that the address names. */
    public void load() {
        act.show(() -> {
            String asked = here.param("kind");
            getRows().stream().filter(k -> isEditing() && k.kind().name().equals(asked)).findFirst().ifPresent(k -> {
                one = k;
                form.put("years", k.years().toString());
                form.put("source", k.source());
            });
        });
    }

    /** Another useful life or source. */
    public String change() {
        return act.run(() -> classes.change(new Classes.Change(one.kind(), one.version(), form.whole("years"), form.text("source"))), "value.done.change", HERE);
    }

    /** Read by a second person. */
    public String verify() {
        return act.run(() -> classes.verify(new Classes.Verify(one.kind(), one.version())), "value.done.verify", HERE);
    }

    /** True if the asker may change them. */
    public boolean isEditing() {
        return guard.mayEverywhere(Permission.PROGRAMME_EDIT);
    }

    public List<ValueQueries.Kind> getRows() {
        if (rows == null) {
            rows = queries.classes();
        }
        return rows;
    }

    public ValueQueries.Kind getOne() {
        return one;
    }

    public Form getForm() {
        return form;
    }
}
