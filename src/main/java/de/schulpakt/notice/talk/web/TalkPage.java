package de.schulpakt.notice.talk.web;

import de.schulpakt.identity.register.web.Links;
import de.schulpakt.notice.talk.CommentQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Older comments at a subject. */
@Named
@RequestScoped
public class TalkPage {
    @Inject
    CommentQueries queries;
    @Inject
    Links links;
    @Inject
    Act act;
    @Inject
    Here here;
    private CommentQueries.View view;

    /** Reads those before the one that the URL names. */
    public void load() {
        Long id = Params.number(here.param("id"));
        Long before = Params.number(here.param("before"));
        act.show(() -> view = queries.before(here.param("type"), id == null ? -1 : id, before == null ? Long.MAX_VALUE : before));
    }

    public CommentQueries.View getView() {
        return view;
    }

    /** The page of the subject. */
    public String getSubject() {
        Long id = Params.number(here.param("id"));
        return view == null ? null : links.of(here.param("type"), id, view.no());
    }
}
