package de.schulpakt.inventory.loan.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Turns;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** The turn of a school year: which classes leave, and until when all others keep what they have. */
@Named
@ViewScoped
public class TurnPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    @Inject
    transient Turns turns;
    @Inject
    transient LoanQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    @Inject
    transient Language language;
    private transient List<LoanQueries.OfClass> classes;
    private transient List<LoanQueries.Planned> look;
    private transient Turns.Turned done;
    private Long school;
    private Long picked;
    private boolean several;
    private String name;
    private String[] leaving = {};
    private final Form form = new Form();

    /** Finds the school that the address names, else the first one of the asker. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.LOAN_EDIT);
            take(schools.pick(Permission.LOAN_EDIT, Params.number(here.param("school"))));
            getClasses();
        });
    }

    /** Says what the plan would do, on the page. */
    public String look() {
        return act.run(() -> {
            done = null;
            look = queries.turn(plan());
            return null;
        }, null);
    }

    /** Sets the days; what keeps its day is named on the page. */
    public String turn() {
        return act.runTelling(() -> {
            look = null;
            done = turns.turn(plan());
            classes = null;
            return done.left().isEmpty() ? "loan-turn?faces-redirect=true&school=" + school : null;
        }, () -> done.left().isEmpty() ? "loan.done.turn" : null);
    }

    private Turns.Turn plan() {
        return new Turns.Turn(school, List.of(leaving), form.day("leaversOn"), form.day("othersOn"));
    }

    /** What the plan would do, null before somebody has asked. */
    public List<LoanQueries.Planned> getLook() {
        return look;
    }

    /** The first of what the plan would do: all that would keep their day stand there first. */
    public List<LoanQueries.Planned> getShown() {
        return look == null ? List.of() : look.stream().limit(SHOWN).toList();
    }

    /** How many would be due on another day. */
    public long getGoing() {
        return look == null ? 0 : look.stream().filter(p -> p.why() == null).count();
    }

    /** What keeps its day after the plan has run. */
    public List<Turns.Left> getLeft() {
        return done == null ? List.of() : done.left();
    }

    /** A reason in the language of the asker. */
    public String why(Sentence reason) {
        return reason.told(language.getLocale());
    }

    private void take(SchoolQueries.Picked found) {
        school = found.school().id();
        picked = school;
        name = found.school().name();
        several = found.several();
    }

    /** Goes on to the school that was picked. */
    public String pick() {
        return "loan-turn?faces-redirect=true&school=" + picked;
    }

    /** True if the asker may pick another school. */
    public boolean isSeveral() {
        return several;
    }

    public Long getPicked() {
        return picked;
    }

    public void setPicked(Long picked) {
        this.picked = picked;
    }

    public List<LoanQueries.OfClass> getClasses() {
        if (classes == null) {
            classes = queries.byClass(school);
        }
        return classes;
    }

    /** The names of the classes. */
    public List<String> getNamed() {
        return getClasses().stream().map(LoanQueries.OfClass::schoolClass).filter(Objects::nonNull).toList();
    }

    public String[] getLeaving() {
        return leaving;
    }

    public void setLeaving(String[] leaving) {
        this.leaving = leaving;
    }

    public Long getSchool() {
        return school;
    }

    public String getName() {
        return name;
    }

    public Form getForm() {
        return form;
    }
}
