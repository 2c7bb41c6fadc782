package de.schulpakt.install.reimage.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.reimage.ReimageQueries;
import de.schulpakt.install.reimage.Reimaging;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The part of the turn of a school year that sets up devices anew; the page of the turn names the school. */
@Named
@ViewScoped
public class ReimagePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String USUAL = "RE_IMAGE";
    @Inject
    transient Reimaging reimaging;
    @Inject
    transient ReimageQueries queries;
    @Inject
    transient KindQueries kindQueries;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient ReimageQueries.Plans plans;
    private transient ReimageQueries.Look look;
    private transient List<Kind> kinds;
    private Long school;
    private final Form form = new Form();

    /** Takes the school that the page of the turn has found. */
    public void load(Long of) {
        school = of;
    }

    /** The plans of the school. */
    public ReimageQueries.Plans getShown() {
        if (plans == null) {
            plans = queries.ofSchool(school);
        }
        return plans;
    }

    /** What would be made, shown on the page. */
    public String look() {
        return act.run(() -> {
            look = queries.look(command());
            return null;
        }, null);
    }

    /** Makes the tickets. */
    public String plan() {
        return act.run(() -> reimaging.plan(command()), "reimage.done.plan", address());
    }

    /** Takes a plan back. */
    public String cancel() {
        return act.run(() -> reimaging.cancel(chosen().id(), new Reimaging.Why(chosen().version(), form.text("reason"))), "reimage.done.cancel", address());
    }

    private ReimageQueries.View chosen() {
        Long id = form.number("planId");
        return getShown().plans().stream().filter(plan -> plan.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("ReimagePlan", id));
    }

    /** Plans that can be taken back. */
    public List<ReimageQueries.View> getOpen() {
        return getShown().plans().stream().filter(plan -> !plan.actions().isEmpty()).toList();
    }

    private Reimaging.Plan command() {
        return new Reimaging.Plan(school, form.text("kind"), form.day("fromOn"), form.day("untilOn"), form.whole("perDay"));
    }

    private String address() {
        return "loan-turn?faces-redirect=true&school=" + school;
    }

    /** Kinds of which the school may open a ticket; the usual one first. */
    public List<Kind> getKinds() {
        if (kinds == null) {
            kinds = kindQueries.offered(school).stream().sorted((a, b) -> Boolean.compare(USUAL.equals(b.code()), USUAL.equals(a.code()))).toList();
        }
        return kinds;
    }

    /** The name of a kind in the language of the reader. */
    public String name(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    /** The name of the kind of a plan. */
    public String kind(ReimageQueries.View plan) {
        return plan.kind(language.getLocale().getLanguage());
    }

    public ReimageQueries.Look getLook() {
        return look;
    }

    public Form getForm() {
        return form;
    }
}
