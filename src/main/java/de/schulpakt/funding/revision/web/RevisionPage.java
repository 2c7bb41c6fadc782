package de.schulpakt.funding.revision.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.revision.RevisionQueries;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One version of an application: what it changes, and the steps that it takes. */
@Named
@ViewScoped
public class RevisionPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Revisions revisions;
    @Inject
    transient RevisionQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private final Map<Long, String> decided = new HashMap<>();
    private Long id;
    private RevisionQueries.View view;
    private transient List<RevisionQueries.Obstacle> obstacles;
    private transient List<RevisionQueries.Choice> positions;

    /** Reads the version that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            view.lines().forEach(l -> decided.put(l.id(), fmt.amount(l.toCents())));
            form.put("decidedOn", fmt.today());
            form.put("revokedOn", fmt.today());
            form.put("notedOn", fmt.today());
            form.put("periodTo", view.askedTo());
            form.put("revokedTo", view.askedTo());
        });
    }

    /** Says what a position is to become. */
    public String write() {
        return run("revision.done.write", () -> revisions.write(id, new Revisions.Write(view.version(), form.number("positionId"), null, null, form.text("newDescription"),
                form.cents("toCents"), form.text("why"))));
    }

    /** Says that there is to be a new position. */
    public String add() {
        return run("revision.done.write", () -> revisions.write(id, new Revisions.Write(view.version(), null, form.number("schoolId"),
                form.choice(Category.class, "category"), form.text("description"), form.cents("newCents"), form.text("newWhy"),
                new Revisions.Extent(form.whole("quantity"), form.cents("unitCents"), form.day("measureFrom"), form.day("measureTo")))));
    }

    /** Takes a line out again. */
    public String dropLine() {
        return run("revision.done.drop", () -> revisions.dropLine(id, new Revisions.DropLine(view.version(), form.number("lineId"))));
    }

    /** Sends it. */
    public String submit() {
        return run("revision.done.submit", () -> revisions.submit(id, new Revisions.Submit(view.version(), form.text("note"))));
    }

    /** Takes it back. */
    public String withdraw() {
        return run("revision.done.withdraw", () -> revisions.withdraw(id, new Revisions.Withdraw(view.version(), form.text("withdrawReason"))));
    }

    /** Records that it was taken note of. */
    public String note() {
        return run("revision.done.note", () -> revisions.note(id, new Revisions.Note(view.version(), form.text("notedReference"), form.day("notedOn"), form.text("words"))));
    }

    /** Records the decision. */
    public String decide() {
        return run("revision.done.decide", () -> revisions.decide(id, new Revisions.Decide(view.version(), form.text("reference"), form.day("decidedOn"), form.day("periodTo"),
                form.text("terms"), form.text("termsVersion"), view.lines().stream().map(l -> new Revisions.Decided(l.id(), Amounts.cents(decided.get(l.id())))).toList(),
                form.text("reason"), form.ticked("rejected"))));
    }

    /** Records the revocation. */
    public String revoke() {
        return run("revision.done.revoke", () -> revisions.revoke(id, new Revisions.Revoke(view.version(), form.text("revokedReference"), form.day("revokedOn"),
                form.day("revokedTo"), form.text("revokedTerms"), form.text("revokedVersion"))));
    }

    /** Puts the decision right. */
    public String undo() {
        return run("revision.done.undo", () -> revisions.undo(id, new Revisions.Undo(view.version(), form.text("undoReason"))));
    }

    private String run(String message, Runnable step) {
        return act.run(step, message, "revision?faces-redirect=true&id=" + id);
    }

    /** What stands in the way of what it asks for; asked once per request of the browser. */
    public List<RevisionQueries.Obstacle> getObstacles() {
        if (obstacles == null) {
            obstacles = queries.obstacles(id);
        }
        return obstacles;
    }

    /** The positions that it can speak of; asked once per request of the browser. */
    public List<RevisionQueries.Choice> getPositions() {
        if (positions == null) {
            positions = queries.positions(id);
        }
        return positions;
    }

    /** True if it asks for other words only, so that no amount can say that it was rejected. */
    public boolean isWordsOnly() {
        return view.askedTo() == null && view.lines().stream().allMatch(l -> l.toCents().equals(l.fromCents()));
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Form getForm() {
        return form;
    }

    public Map<Long, String> getDecided() {
        return decided;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public RevisionQueries.View getView() {
        return view;
    }
}
