package de.schulpakt.notice.talk;

import de.schulpakt.identity.Permission;
import de.schulpakt.notice.HistoryReader;
import de.schulpakt.notice.NoticeReason;
import de.schulpakt.notice.People;
import de.schulpakt.notice.Telling;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells who watches what has happened, from the lines of the history. */
@UseCases
@Unguarded("An inner door of the job: each person is told what that person may see at this moment.")
class WatchNews {
    private static final String READER = "watches";

    @PersistenceContext
    EntityManager em;
    @Inject
    HistoryReader reader;
    @Inject
    SubjectPlaces places;
    @Inject
    Telling telling;
    @Inject
    Clock clock;

    /** A line of the history. */
    record Happening(Long id, String subjectType, Long subjectId, String action, Long actorId, String actorName, Instant at) {
    }

    private record Acting(Long actorId, String subjectType, Long subjectId, Instant at) {
    }

    long begin() {
        return reader.begin(READER);
    }

    void done(long begun) {
        reader.done(READER, begun);
    }

    /** Who has chosen so watches what something was done with; one that was ended stays so. */
    void habits(long begun) {
        for (Acting acting : Ask.sql(em, Acting.class, "select distinct h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId,"
                + " max(h.at) as at from history h join talk_habit b on b.user_id = h.actor_id and b.acts where h.id > ?1 and h.subject_type in (" + types() + ")"
                + " and not exists (select 1 from talk_watch w where w.user_id = h.actor_id and w.subject_type = h.subject_type and w.subject_id = h.subject_id)"
                + " group by h.actor_id, h.subject_type, h.subject_id").set(1, begun).list()) {
            try {
                Ref subject = places.of(acting.subjectType(), acting.subjectId());
                em.createNativeQuery("insert ignore into talk_watch (user_id, subject_type, subject_id, subject_no, since_at) values (?1, ?2, ?3, ?4, ?5)")
                        .setParameter(1, acting.actorId()).setParameter(2, subject.type()).setParameter(3, subject.id()).setParameter(4, subject.no())
                        .setParameter(5, LocalDateTime.ofInstant(acting.at(), ZoneOffset.UTC)).executeUpdate();
            } catch (NotFound gone) {
                // nothing is left that could be watched
            }
        }
    }

    /** What has happened to subjects that somebody watches, the oldest first. */
    List<Happening> happened(long begun) {
        return Ask.sql(em, Happening.class, """
                select h.id as id, h.subject_type as subjectType, h.subject_id as subjectId, h.action as action, h.actor_id as actorId,
                  h.actor_name as actorName, h.at as at
                from history h where h.id > ?1 and exists (select 1 from talk_watch w where w.subject_type = h.subject_type
                  and w.subject_id = h.subject_id and not w.ended and w.since_at <= h.at) order by h.id""").set(1, begun).list();
    }

    /** Tells who watches, each once; who may not see the subject any more watches it no longer. How many were told. */
    int tell(Happening line) {
        Ref subject;
        try {
            subject = places.of(line.subjectType(), line.subjectId());
        } catch (NotFound gone) {
            em.createQuery("delete from Watch w where w.subjectType = :type and w.subjectId = :id").setParameter("type", line.subjectType())
                    .setParameter("id", line.subjectId()).executeUpdate();
            return 0;
        }
        List<Permission> seenBy = List.of(places.kind(subject.type()).permission());
        em.createNativeQuery("delete from talk_watch where subject_type = ?1 and subject_id = ?2 and user_id not in (select u.id from app_user u where "
                + People.who(seenBy, subject, clock.today()) + ")").setParameter(1, subject.type()).setParameter(2, subject.id()).executeUpdate();
        Map<Long, NoticeReason> people = em.createQuery("""
                        select w.userId from Watch w where w.subjectType = :type and w.subjectId = :id and w.ended = false and w.since <= :at""", Long.class)
                .setParameter("type", subject.type()).setParameter("id", subject.id()).setParameter("at", line.at()).getResultList().stream()
                .filter(person -> !person.equals(line.actorId())).collect(Collectors.toMap(person -> person, person -> NoticeReason.WATCH));
        return telling.pass("message.watched", subject, seenBy, people, new Telling.Line(line.id(), line.action(), line.actorName(), line.at()));
    }

    private String types() {
        return places.types().stream().map(type -> "'" + type + "'").collect(Collectors.joining(", "));
    }
}
