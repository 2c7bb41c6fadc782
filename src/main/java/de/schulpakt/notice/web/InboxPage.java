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
import java.util.List;

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
    private String about;
    private transient List<NoticeQueries.Group> groups;
    private transient Page<NoticeQueries.Row> rows;

    /** Reads the notices that the URL asks for. */
    public void load() {
        unread = here.param("unread");
        page = here.param("page");
        about = here.param("about");
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

    /** Marks all about the same subject as read. */
    public String readSubject(Long id) {
        return act.run(() -> notices.readSubject(id), null, self());
    }

    private String self() {
        return "inbox?faces-redirect=true" + ("true".equals(unread) ? "&unread=true" : "") + (getAbout() == null ? "" : "&about=" + getAbout()) + (Params.page(page) == null ? "" : "&page=" + Params.page(page));
    }

    /** The notices of this page by what they are about, that with the newest first, counted over all pages. */
    public List<NoticeQueries.Group> getGroups() {
        if (groups == null) {
            groups = getAbout() == null ? queries.groups(getRows().rows()) : getRows().rows().stream().map(r -> new NoticeQueries.Group(r, List.of(), 1, r.readAt() == null ? 1 : 0)).toList();
        }
        return groups;
    }

    /** The notice whose subject alone is shown, null for all. */
    public Long getAbout() {
        return Params.number(about);
    }

    /** The notices of this page. */
    public Page<NoticeQueries.Row> getRows() {
        if (rows == null) {
            PageRequest asked = PageRequest.of(Params.page(page), null, null);
            rows = getAbout() == null ? queries.list("true".equals(unread), asked) : queries.about(getAbout(), asked);
        }
        return rows;
    }
}
