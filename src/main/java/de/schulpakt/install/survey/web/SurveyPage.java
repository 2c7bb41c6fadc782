package de.schulpakt.install.survey.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.survey.SurveyQueries;
import de.schulpakt.install.survey.Surveys;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The rooms of a school with what was found in them, and a form for the next one. */
@Named
@ViewScoped
public class SurveyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Surveys surveys;
    @Inject
    transient SurveyQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private transient List<SurveyQueries.Row> rooms;
    private transient String name;
    private Long school;
    private final Form form = new Form();

    /** Reads the school that the address names. */
    public void load() {
        act.show(() -> {
            rooms = queries.rooms(school == null ? -1 : school);
            name = schools.school(school).name();
        });
    }

    /** Records what was found. */
    public String save() {
        return act.run(() -> surveys.record(new Surveys.Record(form.number("roomId"), form.text("power") == null ? null : form.ticked("power"), form.text("note"))),
                "survey.saved", "survey?faces-redirect=true&school=" + school);
    }

    public List<SurveyQueries.Row> getRooms() {
        if (rooms == null) {
            rooms = queries.rooms(school);
        }
        return rooms;
    }

    public String getName() {
        if (name == null) {
            name = schools.school(school).name();
        }
        return name;
    }

    /** True if the asker surveys rooms of this school. */
    public boolean isSurveying() {
        return guard.may(Permission.NETWORK_EDIT, school);
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public Form getForm() {
        return form;
    }
}
