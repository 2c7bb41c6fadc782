package de.schulpakt.platform.mail;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.job.Background;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The letters that are to be sent. An inner door: what may be told to whom is known by the caller. */
@UseCases
@Unguarded("An inner door: what may be told to whom is known by the caller.")
public class Mails {
    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Background background;

    /**
     * Writes a letter, to be sent as soon as the running transaction is stored. One of this name that exists already stays as it is.
     *
     * @return false if nothing is sent, because there is no mail server
     */
    public boolean write(Letter letter) {
        if (!MailSettings.read().on()) {
            return false;
        }
        if (em.createQuery("select count(m) from MailRow m where m.name = :name", Long.class).setParameter("name", letter.name()).getSingleResult() == 0) {
            MailRow mail = new MailRow(letter, clock.now());
            em.persist(mail);
            if (!letter.files().isEmpty()) {
                em.flush();
                letter.files().forEach(file -> em.persist(new MailFile(mail.id(), file)));
            }
            background.want(MailJob.NAME);
        }
        return true;
    }

    /** Has a dead letter tried anew; false if there is none of this id. */
    public boolean again(long id) {
        MailRow mail = em.find(MailRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        background.want(MailJob.NAME);
        return mail != null && mail.again(clock.now());
    }

    /** The next letter that is due, taken for sending; also one whose sender has died. */
    Optional<MailRow.Outgoing> next() {
        Instant now = clock.now();
        List<MailRow> due = em.createQuery("select m from MailRow m where m.state in :open and m.dueAt <= :now"
                        + " and (m.goodUntil is null or m.goodUntil > :now) order by m.dueAt, m.id", MailRow.class)
                .setParameter("open", List.of(MailState.WAITING, MailState.SENDING)).setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setMaxResults(1).getResultList();
        return due.stream().findFirst().map(m -> m.take(now, em.createQuery("select f from MailFile f where f.mailId = :mail order by f.id", MailFile.class)
                .setParameter("mail", m.id()).getResultList().stream().map(MailFile::file).toList()));
    }

    void sent(long id) {
        locked(id).sent(clock.now());
    }

    void failed(long id, String why, boolean forGood) {
        locked(id).failed(why, forGood, clock.now());
    }

    void putBack(long id, String why) {
        locked(id).putBack(why, clock.now());
    }

    /** What was delivered long ago loses its words, and a while later its line; how many lines. */
    int forget() {
        em.createQuery("update MailRow m set m.body = null, m.html = null, m.state = :dead where m.state <> :sent and m.goodUntil < :now")
                .setParameter("dead", MailState.DEAD).setParameter("sent", MailState.SENT).setParameter("now", clock.now()).executeUpdate();
        em.createQuery("delete from MailFile f where f.mailId in (select m.id from MailRow m where m.state = :sent and m.sentAt < :old)")
                .setParameter("sent", MailState.SENT).setParameter("old", clock.now().minus(KEPT)).executeUpdate();
        em.createQuery("update MailRow m set m.body = null, m.html = null where m.state = :sent and m.sentAt < :old and m.body is not null")
                .setParameter("sent", MailState.SENT).setParameter("old", clock.now().minus(KEPT)).executeUpdate();
        return em.createQuery("delete from MailRow m where m.createdAt < :old").setParameter("old", clock.now().minus(KEPT.multipliedBy(3))).executeUpdate();
    }

    private MailRow locked(long id) {
        return em.find(MailRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
