package de.schulpakt.inventory.field.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The own fields, and the form for one of them or for a new one. */
@Named
@ViewScoped
public class FieldsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "fields?faces-redirect=true";
    @Inject
    transient OwnFields fields;
    @Inject
    transient FieldQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<FieldQueries.Field> rows;
    private FieldQueries.Field one;
    private ModelKind kind;
    private FieldType type = FieldType.TEXT;
    private final Form form = new Form();
    private boolean open;

    /** Reads the fields, and the one that the address names; {@code new} opens an empty form. */
    public void load() {
        act.show(() -> {
            if (!guard.mayEverywhere(Permission.USER_ADMIN)) {
                throw new Forbidden(Permission.USER_ADMIN);
            }
            String asked = here.param("field");
            getRows().stream().filter(f -> String.valueOf(f.id()).equals(asked)).findFirst().ifPresent(f -> {
                one = f;
                form.put("label", f.label());
                form.put("choices", f.choices());
                form.put("help", f.help());
            });
            open = one != null || "new".equals(asked);
        });
    }

    /** Keeps the form: a new field, or other words for one. */
    public String save() {
        return act.run(() -> {
            if (one == null) {
                fields.create(new OwnFields.Create(kind, form.text("label"), type, form.text("choices"), form.text("help")));
            } else {
                fields.change(one.id(), new OwnFields.Change(one.version(), form.text("label"), form.text("choices"), form.text("help")));
            }
        }, "field.done.kept", HERE);
    }

    /** It is not asked for any longer. */
    public String end() {
        return act.run(() -> fields.end(one.id(), new OwnFields.Step(one.version())), "field.done.end", HERE);
    }

    /** It is asked for again. */
    public String resume() {
        return act.run(() -> fields.resume(one.id(), new OwnFields.Step(one.version())), "field.done.resume", HERE);
    }

    public List<FieldQueries.Field> getRows() {
        if (rows == null) {
            rows = queries.all();
        }
        return rows;
    }

    public FieldQueries.Field getOne() {
        return one;
    }

    public boolean isOpen() {
        return open;
    }

    public ModelKind[] getKinds() {
        return ModelKind.values();
    }

    public FieldType[] getTypes() {
        return FieldType.values();
    }

    public ModelKind getKind() {
        return kind;
    }

    public void setKind(ModelKind kind) {
        this.kind = kind;
    }

    public FieldType getType() {
        return type;
    }

    public void setType(FieldType type) {
        this.type = type;
    }

    public Form getForm() {
        return form;
    }
}
