package de.schulpakt.funding.deadline.web;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.deadline.Deadlines;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** All deadlines of funding, by day. */
@Named
@ViewScoped
public class DeadlinesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Deadlines deadlines;
    @Inject
    transient DeadlineQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private boolean kept;
    private List<DeadlineQueries.Row> rows;

    /** Reads the deadlines. */
    public void load() {
        act.show(() -> {
            kept = "true".equals(here.param("kept"));
            rows = queries.all(kept);
        });
    }

    /** Says that the chosen one was kept. */
    public String keep() {
        return act.run(() -> {
            DeadlineQueries.Row row = chosen("open");
            deadlines.keep(row == null ? new Deadlines.Keep(null, null, null, null, null)
                    : new Deadlines.Keep(row.kind(), row.subjectId(), row.on(), row.authorityId(), form.text("note")));
        }, "deadline.kept", "deadlines?faces-redirect=true");
    }

    /** Opens the chosen one again. */
    public String reopen() {
        return act.run(() -> {
            DeadlineQueries.Row row = chosen("closed");
            deadlines.reopen(row == null ? new Deadlines.Reopen(null, null, null, null)
                    : new Deadlines.Reopen(row.kind(), row.subjectId(), row.on(), row.authorityId()));
        }, "deadline.reopened", "deadlines?faces-redirect=true");
    }

    private DeadlineQueries.Row chosen(String field) {
        return rows.stream().filter(r -> r.key().equals(form.text(field))).findFirst().orElse(null);
    }

    /** Those that the asker may say were kept. */
    public List<DeadlineQueries.Row> getOpen() {
        return rows.stream().filter(r -> r.may() && r.keptBy() == null).toList();
    }

    /** Those that the asker may open again. */
    public List<DeadlineQueries.Row> getClosed() {
        return rows.stream().filter(r -> r.may() && r.keptBy() != null).toList();
    }

    public boolean isKept() {
        return kept;
    }

    public List<DeadlineQueries.Row> getRows() {
        return rows;
    }

    public Form getForm() {
        return form;
    }
}
