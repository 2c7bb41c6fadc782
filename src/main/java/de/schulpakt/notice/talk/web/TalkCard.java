package de.schulpakt.notice.talk.web;

import de.schulpakt.notice.talk.CommentQueries;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.notice.talk.Watching;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** The card of comments that pages of subjects include. */
@Named
@ViewScoped
public class TalkCard implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient CommentQueries queries;
    @Inject
    transient Comments comments;
    @Inject
    transient Watching watching;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private transient Map<String, CommentQueries.View> read;
    private String text;
    private boolean internal;

    /** The comments at a subject, read once for each drawing. */
    public CommentQueries.View of(String type, Long id) {
        if (read == null) {
            read = new HashMap<>();
        }
        Long before = Params.number(here.param("before"));
        return read.computeIfAbsent(type + id, k -> before == null ? queries.of(type, id) : queries.before(type, id, before));
    }

    /** Writes what was typed. */
    public String write(String type, Long id) {
        return act.run(() -> comments.write(new Comments.Write(type, id, text, internal)), "comment.written", self(id));
    }

    /** The asker watches from now on. */
    public String watch(String type, Long id) {
        return act.run(() -> watching.watch(type, id), "watch.begun", self(id));
    }

    /** The asker does not watch any more. */
    public String unwatch(String type, Long id) {
        return act.run(() -> watching.unwatch(type, id), "watch.ended", self(id));
    }

    /** The page that shows the card, drawn anew. */
    private static String self(Long id) {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?faces-redirect=true&id=" + id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isInternal() {
        return internal;
    }

    public void setInternal(boolean internal) {
        this.internal = internal;
    }
}
