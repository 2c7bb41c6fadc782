package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.SampleQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One sample. */
@Named
@ViewScoped
public class SamplePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SampleQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private SampleQueries.View view;

    /** Reads the sample that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public SampleQueries.View getView() {
        return view;
    }
}
