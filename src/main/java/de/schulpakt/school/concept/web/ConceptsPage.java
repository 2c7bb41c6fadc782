package de.schulpakt.school.concept.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.Concepts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Records a version of a concept of the school that the address names. */
@Named
@ViewScoped
public class ConceptsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Concepts concepts;
    @Inject
    transient ConceptQueries queries;
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

    /** Records a version. */
    public String record() {
        return act.run(() -> {
            concepts.record(school, new Concepts.Record(form.choice(ConceptKind.class, "kind"), ConceptPage.details(form)));
        }, "school_concept.was_recorded", "concepts?faces-redirect=true&school=" + school);
    }

    public ConceptKind[] getKinds() {
        return ConceptKind.values();
    }

    public boolean isMayRecord() {
        return mayRecord;
    }

    public Form getForm() {
        return form;
    }
}
