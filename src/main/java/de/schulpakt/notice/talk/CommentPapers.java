package de.schulpakt.notice.talk;

import static de.schulpakt.identity.Permission.COMMENT_WRITE;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** A comment has papers: seen by who may read it, attached by its author as long as it can be edited. */
@ApplicationScoped
class CommentPapers implements PaperSubject {
    @Inject
    TalkSubjects subjects;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    @Override
    public String type() {
        return "Comment";
    }

    /** The least; {@link #seen} asks more. */
    @Override
    public Permission permission() {
        return SCHOOL_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(COMMENT_WRITE);
    }

    @Override
    public String jpql() {
        return null;
    }

    @Override
    public Ref seen(long id) {
        Comment comment = subjects.comment(id);
        if (comment.removed()) {
            throw new NotFound("Comment", id);
        }
        return comment.ref(subjects.of(comment, id));
    }

    @Override
    public boolean open(long id) {
        Comment comment = subjects.comment(id);
        return comment.isOf(current.id()) && comment.editable(clock.now());
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "OTHER");
    }
}
