package de.schulpakt.school.year.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.year.SchoolYearQueries;
import de.schulpakt.school.year.SchoolYears;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The numbers of one school year. */
@Named
@ViewScoped
public class YearPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolYears years;
    @Inject
    transient SchoolYearQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private SchoolYearQueries.View view;

    /** Reads what the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("pupils", view.pupils());
            form.put("teachers", view.teachers());
            form.put("classes", view.classes());
            form.put("source", view.source());
        });
    }

    /** Changes the numbers. */
    public String change() {
        return act.run(() -> years.change(id, new SchoolYears.Change(view.version(), form.whole("pupils"), form.whole("teachers"), form.whole("classes"), form.text("source"))),
                "school_year.was_changed", "years?faces-redirect=true&school=" + view.schoolId());
    }

    /** Removes them. */
    public String remove() {
        return act.run(() -> years.remove(id, new SchoolYears.Remove(view.version(), form.text("reason"))), "school_year.was_removed",
                "years?faces-redirect=true&school=" + view.schoolId());
    }

    public SchoolYearQueries.View getView() {
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
