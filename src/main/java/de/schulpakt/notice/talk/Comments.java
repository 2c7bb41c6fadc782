package de.schulpakt.notice.talk;

import static de.schulpakt.identity.Permission.COMMENT_REMOVE;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Saying something at a subject, changing it for a short time, and taking it back. */
@UseCases
public class Comments {
    @PersistenceContext
    EntityManager em;
    @Inject
    TalkSubjects subjects;
    @Inject
    SubjectPlaces places;
    @Inject
    TalkNews news;
    @Inject
    Watching watching;
    @Inject
    Papers papers;
    @Inject
    History history;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /**
     * A new comment.
     *
     * @param text     plain text; an account's name after {@code @} mentions its person
     * @param internal within the offices only; null for all who see the subject
     */
    public record Write(@NotBlank String subjectType, @NotNull Long subjectId, @NotBlank @Size(max = 4000) String text, Boolean internal) {
    }

    /** Other words for a comment that was seen in this version. */
    public record Edit(@NotNull Integer version, @NotBlank @Size(max = 4000) String text) {
    }

    /** Why a comment that was seen in this version goes. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String why) {
    }

    /**
     * Writes a comment and tells who is mentioned, has taken part or watches.
     *
     * @return its id
     * @throws NotFound  if there is no such subject, or the asker may not see it
     * @throws Forbidden if the asker may only look on, or not write within the offices
     * @throws Refused   {@code comment.mention} if somebody is mentioned who could not read it, {@code comment.mentions} if more than
     *                   twenty are
     */
    public Long write(@Valid Write cmd) {
        boolean internal = Boolean.TRUE.equals(cmd.internal());
        Ref subject = subjects.written(cmd.subjectType(), cmd.subjectId(), internal);
        Comment comment = new Comment(subject, internal, cmd.text().strip(), current, clock.now());
        em.persist(comment);
        em.flush();
        news.written(subject, comment.text(), internal);
        watching.bySpeaking(subject);
        return comment.id();
    }

    /**
     * A comment that came from outside, said by whoever is signed in; the caller has asked whether that one may.
     *
     * @return its id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    @Unguarded("Inner door: whoever has decided where it belongs was asked.")
    public Long brought(Ref subject, String text, boolean internal) {
        Comment comment = new Comment(subject, internal, text.strip(), current, clock.now());
        em.persist(comment);
        em.flush();
        news.written(subject, comment.text(), internal);
        history.record(comment.ref(subject), CommentAction.BRING);
        return comment.id();
    }

    /** Other words of one that came from outside, once more is known of it; nothing if it is removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    @Unguarded("Inner door: whoever has decided where it belongs was asked.")
    public void worded(long id, UnaryOperator<String> words) {
        Comment comment = em.find(Comment.class, id);
        if (comment != null && !comment.removed()) {
            comment.worded(words.apply(comment.text()));
        }
    }

    /** Where papers of a comment stand; empty if it is removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    @Unguarded("Inner door: it answers a place and no words.")
    public Optional<Ref> place(long id) {
        Comment comment = em.find(Comment.class, id);
        return comment == null || comment.removed() ? Optional.empty() : Optional.of(comment.ref(places.of(comment.subjectType(), comment.subjectId())));
    }

    /**
     * Changes the words; who is mentioned only now is told. What it said before is kept.
     *
     * @throws Forbidden if it is not the asker's own
     * @throws Refused   {@code comment.late} after ten minutes, {@code comment.removed}, and as {@link #write}
     * @throws Conflict  if it was changed after the asker saw it
     */
    public void edit(long id, @Valid Edit cmd) {
        Comment comment = Find.locked(em, Comment.class, id);
        Ref subject = subjects.of(comment, id);
        subjects.written(subject.type(), subject.id(), comment.internal());
        if (!comment.isOf(current.id())) {
            throw new Forbidden(COMMENT_REMOVE);
        }
        String former = comment.edit(cmd.version(), cmd.text().strip(), clock.now());
        em.persist(new CommentFormer(id, former, clock.now()));
        history.record(comment.ref(subject), CommentAction.EDIT);
        news.edited(subject, former, comment.text(), comment.internal());
    }

    /**
     * Takes a comment back, with a reason: its line stays, its words and papers go.
     *
     * @throws Forbidden if it is not the asker's own and the asker may not remove those of others
     * @throws Refused   {@code comment.removed}
     * @throws Conflict  if it was changed after the asker saw it
     */
    public void remove(long id, @Valid Remove cmd) {
        Comment comment = Find.locked(em, Comment.class, id);
        Ref subject = subjects.of(comment, id);
        if (!comment.isOf(current.id()) && !subjects.may(COMMENT_REMOVE, subject)) {
            throw new Forbidden(COMMENT_REMOVE);
        }
        comment.remove(cmd.version(), cmd.why().strip(), current, clock.now());
        em.createQuery("delete from CommentFormer f where f.commentId = :id").setParameter("id", id).executeUpdate();
        papers.removeAll(comment.ref(subject), cmd.why().strip());
        history.record(comment.ref(subject), CommentAction.REMOVE, Said.words(cmd.why()));
    }
}
