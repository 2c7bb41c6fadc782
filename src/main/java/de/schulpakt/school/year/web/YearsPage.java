package de.schulpakt.school.year.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.year.SchoolYearQueries;
import de.schulpakt.school.year.SchoolYears;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Records the numbers of a school year for the school that the address names. */
@Named
@ViewScoped
public class YearsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolYears years;
    @Inject
    transient SchoolYearQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long school;
    private boolean mayRecord;

    /** Takes the school out of the address; without one there is nothing to record. */
    public void load() {
        school = Params.number(here.param("school"));
        mayRecord = queries.mayRecord(school);
    }

    /** Records a school year. */
    public String record() {
        return act.run(() -> {
            years.record(school, new SchoolYears.Numbers(form.whole("begins"), form.whole("pupils"), form.whole("teachers"), form.whole("classes"), form.text("source")));
        }, "school_year.was_recorded", "years?faces-redirect=true&school=" + school);
    }

    public boolean isMayRecord() {
        return mayRecord;
    }

    public Long getSchool() {
        return school;
    }

    public Form getForm() {
        return form;
    }
}
