package de.schulpakt.notice.talk.web;

import de.schulpakt.identity.register.web.Links;
import de.schulpakt.notice.talk.CommentQueries;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One comment: its files, what it said before; changing it and taking it back. */
@Named
@ViewScoped
public class CommentPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient CommentQueries queries;
    @Inject
    transient Comments comments;
    @Inject
    transient Links links;
    @Inject
    transient Act act;
    private Long id;
    private String text;
    private String why;
    private transient CommentQueries.One one;

    /** Reads the comment. */
    public void load() {
        act.show(() -> {
            one = queries.one(id == null ? -1 : id);
            text = one.comment().text();
        });
    }

    /** Keeps other words. */
    public String edit() {
        return act.run(() -> comments.edit(id, new Comments.Edit(getOne().comment().version(), text)), "comment.edited", "comment?faces-redirect=true&id=" + id);
    }

    /** Takes it back. */
    public String remove() {
        return act.run(() -> comments.remove(id, new Comments.Remove(getOne().comment().version(), why)), "comment.gone", "comment?faces-redirect=true&id=" + id);
    }

    /** The comment as it was when the page was opened, or as it is if the page is drawn anew. */
    public CommentQueries.One getOne() {
        if (one == null) {
            one = queries.one(id);
        }
        return one;
    }

    /** The page of what it is about. */
    public String getSubject() {
        return links.of(getOne().subjectType(), getOne().subjectId(), getOne().no());
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
