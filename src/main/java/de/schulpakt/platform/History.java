package de.schulpakt.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Who did what to which subject, when, and what was said; the timeline on every page. Append-only. */
@ApplicationScoped
public class History {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /** Records a step of a lifecycle in the running transaction; the note may be null. */
    public void record(Ref ref, Enum<?> action, Change<?> change, String note) {
        em.persist(new HistoryRow(ref, Texts.key(action), change, note, actor, clock.now()));
    }

    /** Records something that changed no state. */
    public void record(Ref ref, Enum<?> action, String note) {
        record(ref, action, null, note);
    }

    /** The timeline of a subject, newest first, at most 200 lines. The caller has asked the guard for the subject. */
    public List<HistoryEntry> of(String subjectType, long subjectId) {
        return em.createQuery("select new de.schulpakt.platform.HistoryEntry(h.at, h.actorName, h.action, h.fromState,"
                        + " h.toState, h.note) from HistoryRow h where h.subjectType = :type and h.subjectId = :id"
                        + " order by h.id desc", HistoryEntry.class)
                .setParameter("type", subjectType).setParameter("id", subjectId).setMaxResults(200).getResultList();
    }
}
