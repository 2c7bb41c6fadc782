package de.schulpakt.inventory.booking.web;

import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.SetMoveQueries;
import de.schulpakt.inventory.booking.SetMoves;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The part of the turn of a school year that moves class sets; the page of the turn names the school. */
@Named
@ViewScoped
public class SetMovePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SetMoves moves;
    @Inject
    transient SetMoveQueries queries;
    @Inject
    transient BookingQueries bookings;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient SetMoveQueries.Plan plan;
    private transient List<BookingQueries.ClassSet> sets;
    private Long school;
    private final Form form = new Form();

    /** Takes the school that the page of the turn has found. */
    public void load(Long of) {
        school = of;
    }

    /** The moves of the school. */
    public SetMoveQueries.Plan getShown() {
        if (plan == null) {
            plan = queries.ofSchool(school);
        }
        return plan;
    }

    /** Plans where a set goes. */
    public String plan() {
        return act.run(() -> moves.plan(new SetMoves.Plan(form.number("setId"), form.day("plannedOn"), form.number("roomId"), form.text("schoolClass"),
                form.text("responsible"))), "set_move.done.plan", address());
    }

    /** The set goes. */
    public String carryOut(SetMoveQueries.Move move) {
        return act.run(() -> moves.carryOut(move.id(), new SetMoves.Step(move.version(), null)), "set_move.done.carry_out", address());
    }

    /** It had been moved by mistake. */
    public String undo() {
        return act.run(() -> moves.undo(chosen().id(), new SetMoves.Why(chosen().version(), form.text("note"))), "set_move.done.undo", address());
    }

    /** It is not to be moved. */
    public String drop() {
        return act.run(() -> moves.drop(chosen().id(), new SetMoves.Why(chosen().version(), form.text("note"))), "set_move.done.drop", address());
    }

    private SetMoveQueries.Move chosen() {
        Long id = form.number("moveId");
        return getShown().moves().stream().filter(move -> move.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("SetMove", id));
    }

    /** Moves that can be put right. */
    public List<SetMoveQueries.Move> getOpen() {
        return getShown().moves().stream().filter(move -> !move.actions().isEmpty()).toList();
    }

    private String address() {
        return "loan-turn?faces-redirect=true&school=" + school;
    }

    /** Why a device stayed, in the language of the reader. */
    public String why(SetMoveQueries.Left left) {
        return left.why().told(language.getLocale());
    }

    /** The sets of the school. */
    public List<BookingQueries.ClassSet> getSets() {
        if (sets == null) {
            sets = bookings.sets(school);
        }
        return sets;
    }

    public Form getForm() {
        return form;
    }
}
