package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelJobQueries;
import de.schulpakt.paper.label.LabelJobs;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The asker's labels that are made in the background. */
@Named
@ViewScoped
public class LabelJobsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient LabelJobQueries queries;
    @Inject
    transient LabelJobs jobs;
    @Inject
    transient Act act;
    private transient List<LabelJobQueries.Job> rows;

    /** Ends one. */
    public String cancel(Long id) {
        return act.run(() -> jobs.cancel(id), "label.done.cancel", "label-jobs?faces-redirect=true");
    }

    /** Read once per request of the browser. */
    public List<LabelJobQueries.Job> getRows() {
        if (rows == null) {
            rows = queries.mine();
        }
        return rows;
    }

    /** True while one is made. */
    public boolean isRunning() {
        return getRows().stream().anyMatch(LabelJobQueries.Job::running);
    }
}
