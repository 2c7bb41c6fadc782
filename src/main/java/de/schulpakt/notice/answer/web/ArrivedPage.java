package de.schulpakt.notice.answer.web;

import de.schulpakt.notice.answer.Arrivals;
import de.schulpakt.notice.answer.ArrivedQueries;
import de.schulpakt.notice.answer.ArrivedState;
import de.schulpakt.notice.answer.Mailbox;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Messages that came to the mailbox for answers: whether it is read, and one of them. */
@Named
@ViewScoped
public class ArrivedPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ArrivedQueries queries;
    @Inject
    transient Arrivals arrivals;
    @Inject
    transient Mailbox mailbox;
    @Inject
    transient Act act;
    private Long id;
    private transient ArrivedQueries.View view;
    private Integer version;
    private String page;
    private boolean internal;

    /** Reads the one that the URL names. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            internal = getView().internal();
        });
    }

    /** Makes it a comment. */
    public String assign() {
        return act.run(() -> arrivals.assign(id, new Arrivals.Assign(version, page, internal)), "answer.assigned", self());
    }

    /** Drops it. */
    public String drop() {
        return act.run(() -> arrivals.drop(id, new Arrivals.Drop(version)), "answer.dropped", self());
    }

    private String self() {
        return "arrival?faces-redirect=true&id=" + id;
    }

    public ArrivedQueries.View getView() {
        if (view == null) {
            view = queries.view(id == null ? -1 : id);
        }
        return view;
    }

    /** The address to which answers go; null where none are read. */
    public String getAddress() {
        return mailbox.address();
    }

    public ArrivedState[] getStates() {
        return ArrivedState.values();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public boolean isInternal() {
        return internal;
    }

    public void setInternal(boolean internal) {
        this.internal = internal;
    }
}
