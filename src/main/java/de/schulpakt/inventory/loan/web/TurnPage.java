package de.schulpakt.inventory.loan.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Turns;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
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
    private static final int MOST = 200;
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
    private transient List<SchoolQueries.Option> options;
    private transient List<LoanQueries.OfClass> classes;
    private Long school;
    private String name;
    private String[] leaving = {};
    private final Form form = new Form();

    /** Finds the school that the address names, else the first one of the asker. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.LOAN_EDIT);
            Long asked = Params.number(here.param("school"));
            school = asked != null ? asked : getOptions().isEmpty() ? Long.valueOf(-1) : getOptions().get(0).id();
            name = getOptions().stream().filter(o -> o.id().equals(school)).map(SchoolQueries.Option::name).findFirst().orElseThrow(() -> new NotFound("School", school));
            getClasses();
        });
    }

    /** Sets the days. */
    public String turn() {
        return act.run(() -> turns.turn(new Turns.Turn(school, List.of(leaving), form.day("leaversOn"), form.day("othersOn"))), "loan.done.turn",
                "loan-turn?faces-redirect=true&school=" + school);
    }

    /** Schools where the asker lends. */
    public List<SchoolQueries.Option> getOptions() {
        if (options == null) {
            options = schools.options(Permission.LOAN_EDIT, null, new PageRequest(1, MOST, null)).rows();
        }
        return options;
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
