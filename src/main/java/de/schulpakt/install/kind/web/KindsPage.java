package de.schulpakt.install.kind.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.Kinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** The kinds of tickets, and the form for one of them or for a new one. */
@Named
@ViewScoped
public class KindsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient KindQueries queries;
    @Inject
    transient Kinds kinds;
    @Inject
    transient Here here;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient List<Kind> rows;
    private final KindForm form = new KindForm();
    private boolean open;

    /** Reads the kinds, and the one that the address names; {@code new} opens an empty form. */
    public void load() {
        act.show(() -> {
            String code = here.param("kind");
            getRows().stream().filter(k -> k.code().equals(code)).findFirst().ifPresent(k -> {
                form.show(k);
                open = true;
            });
            open |= "new".equals(code);
        });
    }

    /** The name under which what is typed is kept: what was typed on an older version is another one. */
    public String getDraft() {
        return form.getRevision() == null ? "ticket-kind-new" : "ticket-kind-" + form.getCode().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + form.getRevision();
    }

    /** Keeps the form: the next revision, or a new kind. */
    public String save() {
        return act.run(() -> {
            if (form.getRevision() == null) {
                kinds.create(new Kinds.Create(form.getCode(), form.facts()));
            } else {
                kinds.change(form.getCode(), new Kinds.Change(form.getRevision(), form.facts()));
            }
        }, "kinds.kept", "kinds?faces-redirect=true");
    }

    /** The name in the asker's language. */
    public String name(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    public List<Kind> getRows() {
        if (rows == null) {
            rows = queries.all();
        }
        return rows;
    }

    public KindForm getForm() {
        return form;
    }

    public boolean isOpen() {
        return open;
    }

    public KindDevices[] getDevices() {
        return KindDevices.values();
    }

    public KindWorkers[] getWorkers() {
        return KindWorkers.values();
    }

    public ResultType[] getTypes() {
        return ResultType.values();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }
}
