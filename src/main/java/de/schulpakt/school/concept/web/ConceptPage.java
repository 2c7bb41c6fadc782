package de.schulpakt.school.concept.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.concept.ConceptSide;
import de.schulpakt.school.concept.Concepts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** One version of a concept. */
@Named
@ViewScoped
public class ConceptPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Concepts concepts;
    @Inject
    transient ConceptQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private ConceptQueries.View view;
    private List<ConceptSide> toSign = List.of();
    private List<ConceptSide> signed = List.of();

    /** Reads what the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("title", view.title());
            form.put("resolvedOn", view.resolvedOn());
            form.put("validFrom", view.validFrom());
            form.put("approver", view.approver());
            form.put("approvedOn", view.approvedOn());
            form.put("signedOn", fmt.today());
            if (view.withdrawnOn() == null && view.kind() == ConceptKind.SUPPORT) {
                toSign = Arrays.stream(ConceptSide.values()).filter(s -> may(s) && !has(s)).toList();
                signed = Arrays.stream(ConceptSide.values()).filter(s -> may(s) && has(s)).toList();
            }
        });
    }

    private boolean may(ConceptSide side) {
        return side == ConceptSide.SCHOOL ? view.mayEdit() : view.maySignOther();
    }

    private boolean has(ConceptSide side) {
        return (side == ConceptSide.SCHOOL ? view.schoolSignedOn() : view.authoritySignedOn()) != null;
    }

    /** Changes it. */
    public String change() {
        return run("school_concept.was_changed", () -> concepts.change(id, new Concepts.Change(view.version(), details(form))));
    }

    /** A side has signed. */
    public String sign() {
        return run("school_concept.was_signed", () -> concepts.sign(id, new Concepts.Sign(view.version(), form.choice(ConceptSide.class, "side"), form.day("signedOn"))));
    }

    /** A signature was recorded by mistake. */
    public String unsign() {
        return run("school_concept.was_unsigned", () -> concepts.unsign(id, new Concepts.Unsign(view.version(), form.choice(ConceptSide.class, "unsignedSide"), form.text("unsignReason"))));
    }

    /** It does not count. */
    public String withdraw() {
        return run("school_concept.was_withdrawn", () -> concepts.withdraw(id, new Concepts.Reason(view.version(), form.text("withdrawReason"))));
    }

    /** It counts after all. */
    public String restore() {
        return run("school_concept.was_restored", () -> concepts.restore(id, new Concepts.Reason(view.version(), form.text("restoreReason"))));
    }

    static Concepts.Details details(Form form) {
        return new Concepts.Details(form.text("title"), form.day("resolvedOn"), form.day("validFrom"), form.text("approver"), form.day("approvedOn"));
    }

    private String run(String message, Runnable step) {
        return act.run(step, message, "concept?faces-redirect=true&id=" + id);
    }

    public List<ConceptSide> getToSign() {
        return toSign;
    }

    public List<ConceptSide> getSigned() {
        return signed;
    }

    public ConceptQueries.View getView() {
        return view;
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
