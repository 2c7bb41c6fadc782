package de.schulpakt.notice;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What people do with their own notices. */
@UseCases
@Unguarded("Only what belongs to the asker.")
public class Notices {
    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    NoticeKinds kinds;

    /** What a notice is about: the entity's name, its id and number. */
    public record Target(String type, long id, String no) {
    }

    /** How to hear of a topic. */
    public record Choose(@NotBlank @Size(max = 30) String topic, @NotNull NoticeWay way) {
    }

    /**
     * Marks a notice as read and says what it is about.
     *
     * @throws NotFound for a foreign one
     */
    public Target open(long id) {
        Notice notice = own(id);
        notice.read(clock.now());
        return notice.target();
    }

    /** Marks a notice as read, {@link NotFound} for a foreign one. */
    public void read(long id) {
        own(id).read(clock.now());
    }

    /** Marks a notice as not read, {@link NotFound} for a foreign one. */
    public void unread(long id) {
        own(id).unread();
    }

    /** Marks all own notices as read. */
    public void readAll() {
        em.createQuery("update Notice n set n.readAt = :now where n.userId = :user and n.readAt is null").setParameter("now", clock.now())
                .setParameter("user", person()).executeUpdate();
    }

    /**
     * Chooses how to hear of a topic from now on.
     *
     * @throws NotFound for a topic that does not concern the asker
     * @throws Refused  {@code notice.needed} if the office needs it to be known
     */
    public void choose(@Valid Choose cmd) {
        Long user = person();
        Boolean needed = kinds.topics().get(cmd.topic());
        if (needed == null) {
            throw new NotFound("Topic", cmd.topic());
        }
        if (needed && cmd.way() == NoticeWay.NONE) {
            throw new Refused("notice.needed");
        }
        List<NoticeChoice> kept = em.createQuery("select c from NoticeChoice c where c.userId = :user and c.topic = :topic", NoticeChoice.class)
                .setParameter("user", user).setParameter("topic", cmd.topic()).getResultList();
        if (kept.isEmpty()) {
            em.persist(new NoticeChoice(user, cmd.topic(), cmd.way()));
        } else {
            kept.get(0).choose(cmd.way());
        }
    }

    private Notice own(long id) {
        Notice notice = Find.one(em, Notice.class, id);
        if (!notice.isOf(person())) {
            throw new NotFound("Notice", id);
        }
        return notice;
    }

    private Long person() {
        if (!current.signedIn()) {
            throw new Forbidden(Permission.USER_ADMIN);
        }
        return current.id();
    }
}
