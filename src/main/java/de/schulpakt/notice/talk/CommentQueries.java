package de.schulpakt.notice.talk;

import static de.schulpakt.identity.Permission.COMMENT_REMOVE;
import static de.schulpakt.identity.Permission.COMMENT_WRITE;
import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.notice.People;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions about comments; each answers only who may see the subject, and of internal ones nothing to others. */
@Queries
public class CommentQueries {
    /** So many comments are shown at once. */
    static final int MOST = 20;
    private static final int MOST_ROWS = 500;
    private static final int MOST_PEOPLE = 8;

    @PersistenceContext
    EntityManager em;
    @Inject
    TalkSubjects subjects;
    @Inject
    History history;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /** A file at a comment. */
    public record File(Long id, String name) {
    }

    /**
     * A comment.
     *
     * @param text    empty if it was removed
     * @param edits   true if the asker may still change it
     * @param removes true if the asker may take it back
     */
    public record Row(Long id, Boolean internal, String text, String actor, Instant writtenAt, Instant editedAt, Instant removedAt, String removedBy,
            String removedWhy, Integer version, Boolean edits, Boolean removes, List<File> files) {
    }

    /**
     * What is said at a subject.
     *
     * @param rows     the newest first
     * @param older    id before which older ones stand, null if these are all
     * @param writes   true if the asker may write
     * @param internal true if the asker reads and writes within the offices
     * @param watches  true if the asker watches the subject
     */
    public record View(String no, List<Row> rows, Long older, Boolean writes, Boolean internal, Boolean watches) {
    }

    /** What a comment said before. */
    public record Former(String text, Instant until) {
    }

    /** One comment, with what it said before and what was done with it. */
    public record One(String subjectType, Long subjectId, String no, Row comment, List<Former> former, List<HistoryEntry> timeline) {
    }

    /** Somebody who may be mentioned. */
    public record Person(Long id, String login, String name) {
    }

    private record Line(Long id, Boolean internal, String text, Long actorId, String actor, Instant writtenAt, Instant editedAt, Instant removedAt,
            String removedBy, String removedWhy, Integer version, Long fileId, String fileName, Long watch) {
    }

    /** The comments at a subject, and whether the asker watches it; one statement beside the place of the subject. */
    public View of(String subjectType, long subjectId) {
        return before(subjectType, subjectId, Long.MAX_VALUE);
    }

    /** The same, those that were written before the one with this id. */
    public View before(String subjectType, long subjectId, long commentId) {
        Ref subject = subjects.seen(subjectType, subjectId);
        boolean internal = subjects.may(INTERNAL_VIEW, subject);
        List<Line> lines = Ask.of(em, Line.class, """
                select c.id as id, c.internal as internal, c.text as text, c.actorId as actorId, c.actorName as actor, c.writtenAt as writtenAt,
                  c.editedAt as editedAt, c.removedAt as removedAt, c.removedBy as removedBy, c.removedWhy as removedWhy, c.version as version,
                  p.id as fileId, p.name as fileName, w.id as watch
                from AppUser u left join Watch w on w.userId = u.id and w.subjectType = :type and w.subjectId = :id and w.ended = false
                left join Comment c on c.subjectType = :type and c.subjectId = :id and c.id < :before and (:internal = true or c.internal = false)
                left join Paper p on p.subjectType = 'Comment' and p.subjectId = c.id and p.removedAt is null and p.replacedBy is null
                where u.id = :me order by c.id desc, p.id""")
                .set("type", subjectType).set("id", subjectId).set("before", commentId).set("internal", internal).set("me", current.somebody()).list(MOST_ROWS + 1);
        List<Row> rows = rows(lines, subject);
        boolean cut = rows.size() > MOST || lines.size() > MOST_ROWS;
        // the last one may have more files than were read
        List<Row> shown = cut ? rows.subList(0, Math.max(1, Math.min(MOST, rows.size() - 1))) : rows;
        return new View(subject.no(), List.copyOf(shown), cut ? shown.get(shown.size() - 1).id() : null, subjects.may(COMMENT_WRITE, subject), internal,
                lines.get(0).watch() != null);
    }

    /** One comment. */
    public One one(long commentId) {
        Comment comment = subjects.comment(commentId);
        Ref subject = subjects.of(comment, commentId);
        List<Line> lines = Ask.of(em, Line.class, """
                select c.id as id, c.internal as internal, c.text as text, c.actorId as actorId, c.actorName as actor, c.writtenAt as writtenAt,
                  c.editedAt as editedAt, c.removedAt as removedAt, c.removedBy as removedBy, c.removedWhy as removedWhy, c.version as version,
                  p.id as fileId, p.name as fileName, c.id as watch
                from Comment c left join Paper p on p.subjectType = 'Comment' and p.subjectId = c.id and p.removedAt is null and p.replacedBy is null
                where c.id = :id order by p.id""").set("id", commentId).list(MOST_ROWS);
        return new One(subject.type(), subject.id(), subject.no(), rows(lines, subject).get(0), Ask.of(em, Former.class,
                "select f.text as text, f.untilAt as until from CommentFormer f where f.commentId = :id order by f.id desc").set("id", commentId).list(),
                history.of("Comment", commentId));
    }

    /** Some people who could read a comment there and whose name or account begins so. */
    public List<Person> people(String subjectType, long subjectId, boolean internal, String start) {
        Ref subject = subjects.written(subjectType, subjectId, internal);
        String like = Like.beginning(start == null ? "" : start);
        return Ask.sql(em, Person.class, "select u.id as id, u.login as login, u.name as name from app_user u where (u.login like ?1 escape '!' or u.name like ?1 escape '!'"
                + " or u.name like concat('% ', ?1) escape '!') and " + People.who(subjects.readers(subject, internal), subject, clock.today())
                + " order by u.name, u.id limit " + MOST_PEOPLE).set(1, like).list();
    }

    private List<Row> rows(List<Line> lines, Ref subject) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.id() == null) {
                continue;
            }
            Row row = rows.computeIfAbsent(line.id(), id -> row(line, subject));
            if (line.fileId() != null) {
                row.files().add(new File(line.fileId(), line.fileName()));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private Row row(Line line, Ref subject) {
        boolean own = line.actorId().equals(current.id());
        boolean removed = line.removedAt() != null;
        boolean fresh = Comment.fresh(line.writtenAt(), clock.now());
        return new Row(line.id(), line.internal(), line.text(), line.actor(), line.writtenAt(), line.editedAt(), line.removedAt(), line.removedBy(),
                line.removedWhy(), line.version(), own && fresh && !removed && subjects.may(COMMENT_WRITE, subject),
                !removed && (own || subjects.may(COMMENT_REMOVE, subject)), new ArrayList<>());
    }
}
