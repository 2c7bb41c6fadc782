package de.schulpakt.notice.answer;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Registered;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of messages that came: by themselves, and by an administrator. */
@UseCases
public class Arrivals {
    /** More do not wait; further ones stay in the mailbox. */
    static final long MOST_WAITING = 1_000;
    private static final int MOST_AN_HOUR = 20;
    private static final Duration WAITS = Duration.ofDays(90);
    private static final String FILE_KIND = "OTHER";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Comments comments;
    @Inject
    Papers papers;
    @Inject
    SubjectPlaces places;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Registered registered;

    /**
     * Where a message belongs that was seen in this version.
     *
     * @param page the address of the subject's page; null for the one that the message's own address names
     */
    public record Assign(@NotNull Integer version, @Size(max = 500) String page, Boolean internal) {
    }

    /** A message that was seen in this version is not wanted. */
    public record Drop(@NotNull Integer version) {
    }

    /**
     * Makes a message a comment of the administrator that names its sender; whom its address names is told. Its files follow from the mailbox
     * within a minute.
     *
     * @return id of the comment
     * @throws Refused {@code answer.worked} if it waits no longer, {@code answer.subject} if the address leads to nothing that is talked at,
     *                 {@code answer.empty} if it has neither words nor files, or they cannot be fetched
     */
    public Long assign(long id, @Valid Assign cmd) {
        guard.requireEverywhere(USER_ADMIN);
        ArrivedMail mail = Find.locked(em, ArrivedMail.class, id);
        mail.mayWork(cmd.version());
        if (mail.empty()) {
            throw new Refused("answer.empty");
        }
        Ref subject = subject(mail, cmd.page());
        Locale locale = "en".equals(current.language()) ? Locale.ENGLISH : Locale.GERMAN;
        String words = Texts.get(locale, "answer.by_mail", String.valueOf(mail.sender())) + "\n\n" + mail.words();
        Long comment = comments.brought(subject, Arrived.cut(plain(words), Arrived.LONGEST), cmd.internal() == null ? mail.internal() : cmd.internal());
        mail.assigned(subject, comment, current.person(), clock.now());
        history.record(mail.ref(), ArrivedAction.ASSIGN);
        if (mail.userId() != null) {
            news.tellPerson(mail.userId(), "message.answer_assigned", subject.ofNobody());
        }
        return comment;
    }

    /**
     * Drops a message; its words go, it goes out of the mailbox within a minute, and whom its address names is told.
     *
     * @throws Refused {@code answer.worked} if it waits no longer
     */
    public void drop(long id, @Valid Drop cmd) {
        guard.requireEverywhere(USER_ADMIN);
        ArrivedMail mail = Find.locked(em, ArrivedMail.class, id);
        mail.mayWork(cmd.version());
        mail.dropped(current.person(), clock.now());
        history.record(mail.ref(), ArrivedAction.DROP);
        if (mail.userId() != null) {
            named(mail.subjectType(), mail.subjectId()).ifPresent(subject -> news.tellPerson(mail.userId(), "message.answer_dropped", subject));
        }
    }

    private Ref subject(ArrivedMail mail, String page) {
        try {
            if (page == null || page.isBlank()) {
                return places.of(String.valueOf(mail.subjectType()), mail.subjectId() == null ? -1 : mail.subjectId());
            }
            String path = page.strip().replaceFirst("^https?://[^/]+", "");
            for (SubjectLink link : registered.of(SubjectLink.class)) {
                String before = link.page().replaceFirst("\\{id}.*", "");
                String id = path.startsWith(before) && link.page().contains("{id}") ? path.substring(before.length()).replaceFirst("[&#].*", "") : "";
                if (id.matches("\\d{1,18}") && places.types().contains(link.type())) {
                    return places.of(link.type(), Long.parseLong(id));
                }
            }
        } catch (NotFound nothing) {
            throw new Refused("answer.subject");
        }
        throw new Refused("answer.subject");
    }

    /** What is known of a message; empty for a new one. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    Optional<ArrivedState> known(String hash) {
        return em.createQuery("select m from ArrivedMail m where m.hash = :hash", ArrivedMail.class).setParameter("hash", hash).getResultStream().findFirst()
                .map(ArrivedMail::state);
    }

    /** True if messages that an administrator has seen to are still in the mailbox. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    boolean worked() {
        return em.createQuery("select count(m) from ArrivedMail m where m.leftThere = true and m.state <> :waiting", Long.class)
                .setParameter("waiting", ArrivedState.WAITING).getSingleResult() > 0;
    }

    /** True if no more may wait. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    boolean full() {
        return em.createQuery("select count(m) from ArrivedMail m where m.state = :waiting", Long.class).setParameter("waiting", ArrivedState.WAITING)
                .getSingleResult() >= MOST_WAITING;
    }

    /** True if this person has sent as many within an hour as anybody may. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    boolean many(long userId) {
        return since(userId, ArrivedState.TAKEN) >= MOST_AN_HOUR;
    }

    /** How many that name this person have come to be so within an hour. */
    private long since(long userId, ArrivedState state) {
        return em.createQuery("select count(m) from ArrivedMail m where m.userId = :user and m.state = :state and m.arrivedAt > :hour", Long.class)
                .setParameter("user", userId).setParameter("state", state).setParameter("hour", clock.now().minus(Duration.ofHours(1))).getSingleResult();
    }

    /** Whoever is signed in says this; the comment, its files and that the message was taken are stored together. */
    @Unguarded("Comments ask the guard for who is signed in.")
    void say(Arrived mail, AnswerAddress.Told told, String words, List<Received> files) {
        Long comment = comments.write(new Comments.Write(told.subjectType(), told.subjectId(), words, told.internal()));
        files.forEach(file -> papers.attach("Comment", comment, new Papers.Attach(FILE_KIND, null, null), file));
        em.persist(new ArrivedMail(mail.hash(), told, comment, null, clock.now()));
        em.flush();
    }

    /** It is nothing for anybody. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    void ignore(Arrived mail, ArrivedReason why) {
        em.persist(new ArrivedMail(mail.hash(), null, null, why, clock.now()));
        em.flush();
    }

    /** It waits for an administrator. Whom its address names is told, once an hour: whoever has the address can send as much as he likes. */
    @Unguarded("An inner door of the job that reads the mailbox.")
    void await(Arrived mail, AnswerAddress.Told told, ArrivedReason why) {
        boolean tell = told != null && told.active() && since(told.userId(), ArrivedState.WAITING) == 0;
        em.persist(new ArrivedMail(mail, told, why, clock.now()));
        em.flush();
        if (tell) {
            named(told.subjectType(), told.subjectId()).ifPresent(subject -> news.tellPerson(told.userId(), "message.answer_waits", subject));
        }
    }

    private Optional<Ref> named(String type, Long id) {
        try {
            return Optional.of(places.of(type, id).ofNobody());
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    /** The files of a message that was assigned come to its comment, and a sentence for each that does not; the message may go then. */
    @Unguarded("An inner door of the job that reads the mailbox: an administrator has assigned the message.")
    void follow(String hash, List<Received> files, List<String> notes) {
        ArrivedMail mail = em.createQuery("select m from ArrivedMail m where m.hash = :hash", ArrivedMail.class).setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
        if (mail.commentId() != null && !files.isEmpty()) {
            comments.place(mail.commentId()).ifPresent(comment -> files.forEach(file -> papers.attached(comment, new Papers.Attach(FILE_KIND, null, null), file)));
        }
        if (mail.commentId() != null && !notes.isEmpty()) {
            comments.worded(mail.commentId(), words -> AnswerDesk.noted(words, notes));
        }
        mail.gone();
    }

    /**
     * What has waited for 90 days is dropped, what was known for as long again is forgotten unless the message is still in the mailbox: it would
     * be new there; how many were dropped.
     */
    @Unguarded("An inner door of the job that forgets.")
    int forget() {
        List<ArrivedMail> old = em.createQuery("select m from ArrivedMail m where m.state = :waiting and m.arrivedAt < :old order by m.id", ArrivedMail.class)
                .setParameter("waiting", ArrivedState.WAITING).setParameter("old", clock.now().minus(WAITS)).getResultList();
        old.forEach(mail -> mail.dropped(null, clock.now()));
        em.flush();
        em.createQuery("delete from ArrivedMail m where m.state <> :waiting and m.leftThere = false and m.arrivedAt < :old").setParameter("waiting", ArrivedState.WAITING)
                .setParameter("old", clock.now().minus(WAITS.multipliedBy(2))).executeUpdate();
        return old.size();
    }

    /** No name is called by an at sign: mail addresses stand in messages, and whom a comment calls is typed here. */
    static String plain(String words) {
        return words.replaceAll("(?<![\\p{L}\\p{N}._%+@-])@(?=[\\p{L}\\p{N}])", "@ ");
    }
}
