package de.schulpakt.paper.retention.web;

import de.schulpakt.paper.retention.RetentionQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What the next run of retention would remove, on the page of the kinds of files. */
@Named
@ViewScoped
public class RetentionPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient RetentionQueries queries;
    @Inject
    transient Act act;
    private transient List<RetentionQueries.Preview> next;
    private transient RetentionQueries.Preview preview;

    /** Shows what a run would do with years that are typed and not kept yet. */
    public String look(Long kind, Integer keepYears) {
        preview = null;
        return act.run(() -> {
            preview = keepYears == null ? null : queries.preview(kind, keepYears);
        }, null, null);
    }

    /** What the next run would do. */
    public List<RetentionQueries.Preview> getNext() {
        if (next == null) {
            next = queries.next();
        }
        return next;
    }

    /** What a run would do with the years as typed; null if nobody has asked. */
    public RetentionQueries.Preview getPreview() {
        return preview;
    }
}
