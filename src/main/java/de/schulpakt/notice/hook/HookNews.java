package de.schulpakt.notice.hook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.schulpakt.notice.HistoryReader;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.seal.Seal;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes messages of what has happened, hands them out to be sent, and keeps what became of them. */
@UseCases
@Unguarded("An inner door of the jobs: administrators have said who is told of what.")
class HookNews {
    /** After so many failures in a row a hook is off. */
    static final int MOST_FAILURES = 20;
    private static final String READER = "webhooks";
    private static final int AT_ONCE = 500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    EntityManager em;
    @Inject
    HistoryReader reader;
    @Inject
    SubjectPlaces places;
    @Inject
    Seal seal;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** A line of the history that a hook wants to hear of if it is of its place. */
    record Wanted(Long id, String subjectType, Long subjectId, String action, String fromState, String toState, Instant at, Long hookId, Long schoolId, Long authorityId) {
    }

    long begin() {
        return reader.begin(READER);
    }

    void done(long begun) {
        reader.done(READER, begun);
    }

    /** What has happened of the kinds that hooks want and that is not a message yet, the oldest first. */
    List<Wanted> wanted(long begun, long after) {
        return Ask.sql(em, Wanted.class, """
                select h.id as id, h.subject_type as subjectType, h.subject_id as subjectId, h.action as action, h.from_state as fromState, h.to_state as toState,
                  h.at as at, k.id as hookId, k.school_id as schoolId, k.authority_id as authorityId
                from history h join webhook k on k.active and find_in_set(h.subject_type, k.kinds) > 0 and k.since_at <= h.at
                where h.id > ?1 and h.id > ?2 and not exists (select 1 from webhook_delivery d where d.webhook_id = k.id and d.event_id = concat('h', h.id))
                order by h.id, k.id""").set(1, begun).set(2, after).list(AT_ONCE);
    }

    /** Makes a message of a line, once; false if it is of another place. */
    boolean write(Wanted line) {
        Ref subject;
        try {
            subject = places.of(line.subjectType(), line.subjectId());
        } catch (NotFound gone) {
            return false;
        }
        Long authority = subject.authorityId() != null || subject.schoolId() == null ? subject.authorityId() : authorityOf(subject.schoolId());
        if (line.schoolId() != null && !line.schoolId().equals(subject.schoolId()) || line.authorityId() != null && !line.authorityId().equals(authority)) {
            return false;
        }
        ObjectNode body = NODES.objectNode().put("event", "h" + line.id()).put("kind", line.action()).put("at", line.at().toString())
                .put("from", line.fromState()).put("to", line.toState()).put("schoolId", subject.schoolId()).put("authorityId", authority);
        body.putObject("subject").put("type", subject.type()).put("id", subject.id()).put("no", subject.no());
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
        return em.createNativeQuery("insert ignore into webhook_delivery (webhook_id, event_id, kind, subject_no, body, state, tries, made_at, due_at)"
                + " values (?1, ?2, ?3, ?4, ?5, 'WAITING', 0, ?6, ?6)").setParameter(1, line.hookId()).setParameter(2, "h" + line.id()).setParameter(3, line.action())
                .setParameter(4, subject.no()).setParameter(5, body.toString()).setParameter(6, now).executeUpdate() > 0;
    }

    /** The next message that is due, taken for sending; also one whose sender has died. What is to a hook that is off waits. */
    Optional<HookSender.Outgoing> next() {
        List<HookDelivery> due = em.createQuery("""
                        select d from HookDelivery d where d.state in :open and d.dueAt <= :now
                        and exists (select k.id from Hook k where k.id = d.hookId and k.removedAt is null and (d.kind = 'test' or k.active = true)) order by d.dueAt, d.id""", HookDelivery.class)
                .setParameter("open", List.of(DeliveryState.WAITING, DeliveryState.SENDING)).setParameter("now", clock.now())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setMaxResults(1).getResultList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        HookDelivery delivery = due.get(0);
        delivery.take(clock.now());
        Hook hook = em.find(Hook.class, delivery.hookId());
        byte[] secret = seal.open(hook.context(), hook.secret()).orElse(new byte[0]);
        return Optional.of(new HookSender.Outgoing(delivery.id(), hook.url(), secret, delivery.eventId(), delivery.body()));
    }

    void sent(long deliveryId, int status) {
        HookDelivery delivery = em.find(HookDelivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        delivery.sent(status, clock.now());
        em.find(Hook.class, delivery.hookId(), LockModeType.PESSIMISTIC_WRITE).answered();
    }

    /** It was not answered well; after too many failures in a row the hook is off and administrators are told. */
    void failed(long deliveryId, Integer status, String why) {
        HookDelivery delivery = em.find(HookDelivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        delivery.failed(status, why, clock.now());
        Hook hook = em.find(Hook.class, delivery.hookId(), LockModeType.PESSIMISTIC_WRITE);
        if (hook.failed(MOST_FAILURES)) {
            history.record(hook.ref(), HookAction.GIVE_UP);
            news.tellEverywhere("message.webhook_off", new Ref("Webhook", hook.id(), hook.ref().no()));
        }
    }

    /** Messages are kept for 30 days; how many are forgotten. */
    int forget() {
        int old = em.createQuery("delete from HookDelivery d where d.madeAt < :old").setParameter("old", clock.now().minus(KEPT)).executeUpdate();
        em.createQuery("delete from Hook k where k.removedAt is not null and not exists (select d.id from HookDelivery d where d.hookId = k.id)").executeUpdate();
        return old;
    }

    private Long authorityOf(Long schoolId) {
        return Ask.of(em, Long.class, "select s.authorityId from School s where s.id = :id").set("id", schoolId).one().orElse(null);
    }
}
