package de.schulpakt.platform.history;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Messages to schools, stored in the same transaction as what they tell, read on the school's home page. */
@ApplicationScoped
public class Outbox {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Tells a school something about a subject; the kind is a text key that takes the subject's number. */
    public void tell(long schoolId, String kind, Ref ref) {
        em.persist(new OutboxRow(kind, schoolId, ref, clock.now()));
    }

    /** The newest messages to these schools. The caller has asked the guard which schools these are. */
    public List<Message> newest(Collection<Long> schoolIds, int most) {
        if (schoolIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select new de.schulpakt.platform.history.Message(o.createdAt, o.kind, o.subjectType, o.subjectId,"
                        + " o.subjectNo) from OutboxRow o where o.schoolId in :schools order by o.id desc", Message.class)
                .setParameter("schools", schoolIds).setMaxResults(most).getResultList();
    }
}
