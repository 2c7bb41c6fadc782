package de.schulpakt.notice.talk;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What the asker watches. */
@Queries
@Unguarded("Only what belongs to the asker.")
public class WatchQueries {
    /** So many are shown. */
    static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;

    /** Something that is watched. */
    public record Row(String subjectType, Long subjectId, String no, Instant since) {
    }

    /** What the asker watches without saying so each time. */
    public record Habit(Boolean speaks, Boolean acts) {
    }

    /** The newest first, at most 200. */
    public List<Row> own() {
        return Ask.of(em, Row.class, """
                select w.subjectType as subjectType, w.subjectId as subjectId, w.subjectNo as no, w.since as since
                from Watch w where w.userId = :user and w.ended = false order by w.id desc""").set("user", current.somebody()).list(MOST);
    }

    /** What was chosen; nothing of it by itself. */
    public Habit habit() {
        return Ask.sql(em, Habit.class, "select h.speaks as speaks, h.acts as acts from talk_habit h where h.user_id = ?1").set(1, current.somebody()).one()
                .orElse(new Habit(false, false));
    }
}
