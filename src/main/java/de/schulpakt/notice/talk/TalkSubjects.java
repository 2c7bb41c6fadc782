package de.schulpakt.notice.talk;

import static de.schulpakt.identity.Permission.COMMENT_WRITE;
import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The subjects of comments, and what the asker may say and read there. */
@ApplicationScoped
class TalkSubjects {
    @PersistenceContext
    EntityManager em;
    @Inject
    SubjectPlaces places;
    @Inject
    Guard guard;

    /**
     * A subject that the asker sees.
     *
     * @throws NotFound if there is no such subject, or the asker may not see it
     */
    Ref seen(String type, long id) {
        Ref subject = places.of(type, id);
        Permission permission = places.kind(type).permission();
        if (guard.limited() && places.kind(type).awards() != null && guard.mayAwards(permission, subject, places.awards(places.kind(type), id))) {
            return subject;
        }
        try {
            if (subject.authorityId() != null) {
                guard.requireAuthority(permission, subject.authorityId());
            } else {
                guard.require(permission, subject.schoolId());
            }
        } catch (NotFound hidden) {
            throw new NotFound(type, id);
        }
        return subject;
    }

    /**
     * A subject at which the asker may write, within the offices or for all.
     *
     * @throws NotFound  as {@link #seen}
     * @throws Forbidden if the asker only looks on, or belongs to a school and not to an office
     */
    Ref written(String type, long id, boolean internal) {
        Ref subject = seen(type, id);
        if (!may(COMMENT_WRITE, subject)) {
            throw new Forbidden(COMMENT_WRITE);
        }
        if (internal && !may(INTERNAL_VIEW, subject)) {
            throw new Forbidden(INTERNAL_VIEW);
        }
        return subject;
    }

    /** The subject of a comment that the asker may read; the comment is {@link NotFound} for all others. */
    Ref of(Comment comment, long id) {
        try {
            Ref subject = seen(comment.subjectType(), comment.subjectId());
            if (!comment.internal() || may(INTERNAL_VIEW, subject)) {
                return subject;
            }
        } catch (NotFound hidden) {
            // as if it were not there, and under its own name
        }
        throw new NotFound("Comment", id);
    }

    /** A comment that the asker may read. */
    Comment comment(long id) {
        Comment comment = Find.one(em, Comment.class, id);
        of(comment, id);
        return comment;
    }

    boolean may(Permission permission, Ref subject) {
        return subject.authorityId() != null ? guard.mayAuthority(permission, subject.authorityId()) : guard.may(permission, subject.schoolId());
    }

    /** What somebody must hold to read a comment there. */
    List<Permission> readers(Ref subject, boolean internal) {
        return internal ? List.of(permission(subject.type()), INTERNAL_VIEW) : List.of(permission(subject.type()));
    }

    private Permission permission(String type) {
        return places.kind(type).permission();
    }
}
