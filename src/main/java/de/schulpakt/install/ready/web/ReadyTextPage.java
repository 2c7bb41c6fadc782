package de.schulpakt.install.ready.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.ready.ReadyPlace;
import de.schulpakt.install.ready.ReadyQueries;
import de.schulpakt.install.ready.ReadyTexts;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A ready text, or a new one when the address names none. */
@Named
@ViewScoped
public class ReadyTextPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ReadyTexts texts;
    @Inject
    transient ReadyQueries queries;
    @Inject
    transient KindQueries kinds;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient List<SchoolQueries.AuthorityOption> authorities;
    private transient List<Kind> known;
    private Long id;
    private ReadyQueries.View view;
    private final Form form = new Form();

    /** Reads the text; a new one is only for technicians of an authority. */
    public void load() {
        act.show(() -> {
            if (id == null) {
                if (getAuthorities().isEmpty()) {
                    throw new Forbidden(Permission.TICKET_WORK);
                }
                return;
            }
            view = queries.view(id);
            form.putIfAbsent("place", view.place());
            form.putIfAbsent("kind", view.kind());
            form.putIfAbsent("name", view.name());
            form.putIfAbsent("textDe", view.textDe());
            form.putIfAbsent("textEn", view.textEn());
        });
    }

    /** Keeps the form: a new text, or other words of the one that is shown. */
    public String save() {
        if (id == null) {
            return act.run(() -> "ready-text?faces-redirect=true&id=" + texts.write(new ReadyTexts.Write(getAuthorities().size() == 1 ? getAuthorities().get(0).id()
                    : form.number("authorityId"), facts())), "ready.done");
        }
        return run(() -> texts.change(id, new ReadyTexts.Change(view.version(), facts())));
    }

    public String end() {
        return run(() -> texts.end(id, new ReadyTexts.Over(view.version(), form.text("reason"))));
    }

    public String resume() {
        return run(() -> texts.resume(id, new ReadyTexts.Over(view.version(), form.text("reason"))));
    }

    private ReadyTexts.Facts facts() {
        return new ReadyTexts.Facts(form.choice(ReadyPlace.class, "place"), form.text("kind"), form.text("name"), form.text("textDe"), form.text("textEn"));
    }

    private String run(Runnable step) {
        String outcome = act.run(step, "ready.done", "ready-text?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** The kinds of tickets. */
    public List<Kind> getKinds() {
        if (known == null) {
            known = kinds.known();
        }
        return known;
    }

    /** The name of a kind in the asker's language. */
    public String name(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    /** The authorities for which the asker works. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id())).toList();
        }
        return authorities;
    }

    public ReadyPlace[] getPlaces() {
        return ReadyPlace.values();
    }

    public ReadyQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Form getForm() {
        return form;
    }
}
