package de.schulpakt.notice;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** How to hear of several topics. */
    public record Choices(@NotNull @Size(max = 100) List<@NotNull @Valid Choose> topics) {
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

    /** Marks all own notices of the subject of this one as read, {@link NotFound} for a foreign one. */
    public void readSubject(long id) {
        Target subject = own(id).target();
        em.createQuery("update Notice n set n.readAt = :now where n.userId = :user and n.subjectType = :type and n.subjectId = :subject and n.readAt is null")
                .setParameter("now", clock.now()).setParameter("user", current.somebody()).setParameter("type", subject.type())
                .setParameter("subject", subject.id()).executeUpdate();
    }

    /** Marks all own notices as read. */
    public void readAll() {
        em.createQuery("update Notice n set n.readAt = :now where n.userId = :user and n.readAt is null").setParameter("now", clock.now())
                .setParameter("user", current.somebody()).executeUpdate();
    }

    /**
     * Chooses how to hear of a topic from now on.
     *
     * @throws NotFound for a topic that does not concern the asker
     * @throws Refused  {@code notice.needed} if the office needs it to be known
     */
    public void choose(@Valid Choose cmd) {
        chooseAll(new Choices(List.of(cmd)));
    }

    /** The same for several topics, all or none; refused as {@link #choose}. */
    public void chooseAll(@Valid Choices cmd) {
        Long user = current.somebody();
        Map<String, Boolean> topics = kinds.topics();
        Map<String, NoticeChoice> kept = em.createQuery("select c from NoticeChoice c where c.userId = :user", NoticeChoice.class)
                .setParameter("user", user).getResultStream().collect(Collectors.toMap(NoticeChoice::topic, Function.identity()));
        for (Choose one : cmd.topics()) {
            Boolean needed = topics.get(one.topic());
            if (needed == null) {
                throw new NotFound("Topic", one.topic());
            }
            if (needed && one.way() == NoticeWay.NONE) {
                throw new Refused("notice.needed");
            }
            NoticeChoice choice = kept.computeIfAbsent(one.topic(), topic -> new NoticeChoice(user, topic, one.way()));
            choice.choose(one.way());
            em.persist(choice);
        }
    }

    private Notice own(long id) {
        Notice notice = Find.one(em, Notice.class, id);
        if (!notice.isOf(current.somebody())) {
            throw new NotFound("Notice", id);
        }
        return notice;
    }
}
