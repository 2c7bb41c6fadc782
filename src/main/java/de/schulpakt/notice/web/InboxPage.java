package de.schulpakt.notice.web;

import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The own notices. */
@Named
@ViewScoped
public class InboxPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient NoticeQueries queries;
    @Inject
    transient Notices notices;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private String unread;
    private String page;
    private transient Page<NoticeQueries.Row> rows;

    /** Reads the notices that the URL asks for. */
    public void load() {
        unread = here.param("unread");
        page = here.param("page");
        act.show(this::getRows);
    }

    /** Marks one as read. */
    public String read(Long id) {
        return act.run(() -> notices.read(id), null, self());
    }

    /** Marks one as not read. */
    public String unread(Long id) {
        return act.run(() -> notices.unread(id), null, self());
    }

    /** Marks all as read. */
    public String readAll() {
        return act.run(notices::readAll, "notice.all_read", "inbox?faces-redirect=true");
    }

    private String self() {
        return "inbox?faces-redirect=true" + ("true".equals(unread) ? "&unread=true" : "") + (Params.page(page) == null ? "" : "&page=" + Params.page(page));
    }

    /** The notices of this page. */
    public Page<NoticeQueries.Row> getRows() {
        if (rows == null) {
            rows = queries.list("true".equals(unread), PageRequest.of(Params.page(page), null, null));
        }
        return rows;
    }
}
