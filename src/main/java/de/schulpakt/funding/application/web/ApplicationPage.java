package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One application: its schools and positions, and the steps that it takes. */
@Named
@ViewScoped
public class ApplicationPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Applications applications;
    @Inject
    transient ApplicationQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private final Map<Long, String> approved = new HashMap<>();
    private Long id;
    private Long shown;
    private ApplicationQueries.View view;
    private List<ApplicationQueries.PositionView> positions;
    private transient List<Sentence> doubts;
    private transient List<ApplicationQueries.Missing> missing;
    private transient List<Sentence> hindrances;

    /** Reads the application that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            positions = view.annexes().stream().flatMap(a -> a.positions().stream())
                    .sorted(Comparator.comparing(ApplicationQueries.PositionView::no)).toList();
            positions.forEach(p -> approved.put(p.id(), fmt.amount(p.appliedCents())));
            form.put("decidedOn", fmt.today());
            form.put("namedTerms", view.terms());
            form.put("namedVersion", view.termsVersion());
        });
    }

    /** Adds a school. */
    public String addAnnex() {
        return run("funding.annex.added", () -> applications.addAnnex(id, new Applications.AddAnnex(view.version(), form.number("schoolId"),
                form.day("conceptReceivedOn"), form.day("conceptDueOn"))));
    }

    /** Removes a school with its positions. */
    public String removeAnnex() {
        return run("funding.annex.removed", () -> applications.removeAnnex(id, new Applications.RemoveAnnex(view.version(),
                form.number("removedAnnexId"))));
    }

    /** Records that a media concept has come. */
    public String receiveConcept() {
        return run("funding.concept.received", () -> applications.receiveConcept(id, new Applications.ReceiveConcept(view.version(),
                form.number("conceptAnnexId"), form.day("receivedOn"))));
    }

    /** Adds a position. */
    public String addPosition() {
        return run("funding.position.added", () -> applications.addPosition(id, new Applications.AddPosition(view.version(),
                form.number("annexId"), form.choice(Category.class, "category"), form.text("description"), form.cents("appliedCents"), new Applications.Detail(form.whole("quantity"),
                form.cents("unitCents"), form.day("measureFrom"), form.day("measureTo"), form.ticked("accompanying"), form.number("parentId")))));
    }

    /** Shows what stands in the position that was chosen, to be changed. */
    public void choosePosition() {
        positions.stream().filter(p -> p.id().equals(form.number("positionId"))).findFirst().ifPresent(p -> {
            form.put("newDescription", p.description());
            form.put("newCents", fmt.amount(p.appliedCents()));
            form.put("newQuantity", p.quantity());
            form.put("newUnitCents", p.unitCents() == null ? null : fmt.amount(p.unitCents()));
            form.put("newMeasureFrom", p.measureFrom());
            form.put("newMeasureTo", p.measureTo());
            form.put("newAccompanying", p.accompanying() ? "true" : null);
            form.put("newParentId", p.parentId());
            shown = p.id();
        });
    }

    /** Changes a position. */
    public String changePosition() {
        return run("funding.position.changed", () -> applications.changePosition(id, new Applications.ChangePosition(view.version(),
                form.number("positionId"), form.text("newDescription"), form.cents("newCents"), changed())));
    }

    /** What the form says beside words and amount; null, as it is, if it shows nothing and nothing was typed. */
    private Applications.Detail changed() {
        Applications.Detail typed = new Applications.Detail(form.whole("newQuantity"), form.cents("newUnitCents"), form.day("newMeasureFrom"), form.day("newMeasureTo"),
                form.ticked("newAccompanying"), form.number("newParentId"));
        boolean empty = typed.equals(new Applications.Detail(null, null, null, null, false, null));
        return empty && !Objects.equals(shown, form.number("positionId")) ? null : typed;
    }

    /** Removes a position. */
    public String removePosition() {
        return run("funding.position.removed", () -> applications.removePosition(id, new Applications.RemovePosition(view.version(),
                form.number("removedPositionId"))));
    }

    /** Submits. */
    public String submit() {
        return run("funding.application.submitted", () -> applications.submit(id, new Applications.Submit(view.version(), form.text("note"))));
    }

    /** Takes back. */
    public String withdraw() {
        return run("funding.application.withdrawn", () -> applications.withdraw(id, new Applications.Withdraw(view.version(),
                form.text("withdrawReason"))));
    }

    /** Records the decision. */
    public String decide() {
        return run("funding.application.decided", () -> applications.decide(id, new Applications.Decide(view.version(),
                form.text("reference"), form.day("decidedOn"), form.day("periodFrom"), form.day("periodTo"),
                positions.stream().map(p -> new Applications.Approved(p.id(), Amounts.cents(approved.get(p.id())))).toList(),
                form.text("reason"), form.cents("restCents"), form.text("terms"), form.text("termsVersion"))));
    }

    /** Records which ancillary terms the decision names. */
    public String nameTerms() {
        return run("application.terms_named", () -> applications.nameTerms(id, new Applications.NameTerms(view.version(), form.text("namedTerms"), form.text("namedVersion"))));
    }

    private String run(String message, Runnable step) {
        return act.run(step, message, "application?faces-redirect=true&id=" + id);
    }

    /** What the step that comes asks and nobody has verified; asked once per request of the browser. */
    public List<Sentence> getDoubts() {
        if (doubts == null) {
            doubts = queries.doubts(id);
        }
        return doubts;
    }

    /** What it still lacks; asked once per request of the browser. */
    public List<ApplicationQueries.Missing> getMissing() {
        if (missing == null) {
            missing = queries.missing(id);
        }
        return missing;
    }

    /** All with which its submission would be refused today; asked once per request of the browser. */
    public List<Sentence> getHindrances() {
        if (hindrances == null) {
            hindrances = queries.hindrances(id);
        }
        return hindrances;
    }

    /** All positions, by number. */
    public List<ApplicationQueries.PositionView> getPositions() {
        return positions;
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Form getForm() {
        return form;
    }

    public Map<Long, String> getApproved() {
        return approved;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public ApplicationQueries.View getView() {
        return view;
    }
}
