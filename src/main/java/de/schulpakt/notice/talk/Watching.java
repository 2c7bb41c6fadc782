package de.schulpakt.notice.talk;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Watching subjects, and no longer. */
@UseCases
public class Watching {
    @PersistenceContext
    EntityManager em;
    @Inject
    TalkSubjects subjects;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /**
     * From now on the asker is told what happens to a subject; again is the same.
     *
     * @throws NotFound if there is no such subject, or the asker may not see it
     */
    public void watch(String subjectType, long subjectId) {
        Ref subject = subjects.seen(subjectType, subjectId);
        keep(subject, "true");
        em.createQuery("update Watch w set w.ended = false where w.userId = :user and w.subjectType = :type and w.subjectId = :id")
                .setParameter("user", current.somebody()).setParameter("type", subjectType).setParameter("id", subjectId).executeUpdate();
    }

    /** From now on no longer, also not by habit; also of what the asker may not see any more. */
    @Unguarded("Only what belongs to the asker.")
    public void unwatch(String subjectType, long subjectId) {
        em.createQuery("update Watch w set w.ended = true where w.userId = :user and w.subjectType = :type and w.subjectId = :id")
                .setParameter("user", current.somebody()).setParameter("type", subjectType).setParameter("id", subjectId).executeUpdate();
    }

    /**
     * Chooses what the asker watches without saying so each time.
     *
     * @param speaks that at which the asker has written a comment
     * @param acts   that with which the asker has done something
     */
    public record Choose(@NotNull Boolean speaks, @NotNull Boolean acts) {
    }

    /** Keeps the choice, for what comes. */
    @Unguarded("Only what belongs to the asker.")
    public void choose(@Valid Choose cmd) {
        em.createNativeQuery("insert into talk_habit (user_id, speaks, acts) values (?1, ?2, ?3) on duplicate key update speaks = ?2, acts = ?3")
                .setParameter(1, current.somebody()).setParameter(2, cmd.speaks()).setParameter(3, cmd.acts()).executeUpdate();
    }

    /** Who has said something watches, if this person has chosen so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bySpeaking(Ref subject) {
        keep(subject, "exists (select 1 from talk_habit h where h.user_id = ?1 and h.speaks)");
    }

    private void keep(Ref subject, String where) {
        em.createNativeQuery("insert ignore into talk_watch (user_id, subject_type, subject_id, subject_no, since_at)"
                        + " select ?1, ?2, ?3, ?4, ?5 from dual where " + where)
                .setParameter(1, current.somebody()).setParameter(2, subject.type()).setParameter(3, subject.id()).setParameter(4, subject.no())
                .setParameter(5, LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC)).executeUpdate();
    }
}
