package de.schulpakt.paper;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attaching files to subjects, describing and removing them. */
@UseCases
public class Papers {
    /** Code of the kind of pictures. */
    static final String PHOTO = "PHOTO";

    @PersistenceContext
    EntityManager em;
    @Inject
    PaperSubjects subjects;
    @Inject
    SubjectPlaces places;
    @Inject
    PaperBytes bytes;
    @Inject
    PaperSettings settings;
    @Inject
    History history;
    @Inject
    Background background;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /**
     * What is said of a new paper.
     *
     * @param kind     code of its kind; null or empty: the usual one at such a subject of such a file
     * @param replaces id of the paper at the same subject whose place it takes, or null
     */
    public record Attach(@Size(max = 40) String kind, @Size(max = 1000) String note, Long replaces) {
    }

    /** Another kind or note of a paper that was seen in this version. */
    public record Describe(@NotNull Integer version, @NotBlank @Size(max = 40) String kind, @Size(max = 1000) String note) {
    }

    /** Why a paper goes that was seen in this version. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String why) {
    }

    /**
     * Keeps a file at a subject. The same file once more at the same subject is the paper that is there: who sends again what
     * came in already, or clicks twice, gets its id.
     *
     * @return id of the paper
     * @throws NotFound  if there is no such subject, or the asker may not see it
     * @throws Forbidden if the asker may only look at it
     * @throws Refused   {@code paper.kind} for a kind that is not offered, {@code paper.replaced} if another one has taken the
     *                   place already, {@code paper.infected}, {@code paper.full}
     */
    public Long attach(String subjectType, long subjectId, @Valid Attach cmd, @NotNull Received file) {
        return kept(subjects.attached(subjectType, subjectId), cmd, file);
    }

    /**
     * Keeps a file at a subject that has just come about in the same transaction, by somebody who could not attach it by permission.
     * Refuses as {@link #attach}.
     *
     * @return id of the paper
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: whoever made the subject has decided who may.")
    public Long attached(Ref subject, Attach cmd, Received file) {
        return kept(subject, cmd, file);
    }

    private Long kept(Ref subject, Attach cmd, Received file) {
        String subjectType = subject.type();
        long subjectId = subject.id();
        Long kind = cmd.kind() == null || cmd.kind().isBlank() ? usual(subjectType, file) : kind(cmd.kind());
        Long content = bytes.keep(file);
        List<Long> same = em.createQuery("select p.id from Paper p where p.subjectType = :type and p.subjectId = :id and p.contentId = :content"
                        + " and p.replacedBy is null", Long.class).setParameter("type", subjectType).setParameter("id", subjectId)
                .setParameter("content", content).getResultList();
        if (!same.isEmpty()) {
            return same.get(0);
        }
        Paper paper = new Paper(subject, kind, content, file, blank(cmd.note()), actor, clock.now());
        em.persist(paper);
        em.flush();
        if (cmd.replaces() != null) {
            Paper old = Find.locked(em, Paper.class, cmd.replaces());
            if (!old.subjectType().equals(subjectType) || old.subjectId() != subjectId) {
                throw new NotFound("Paper", cmd.replaces());
            }
            old.replaced(paper);
        }
        history.record(subject, cmd.replaces() == null ? PaperAction.ATTACH : PaperAction.REPLACE, Said.that("paper.said", file.name()));
        if (settings.scanner() != null) {
            background.want(ScanJob.NAME);
        }
        return paper.id();
    }

    /** Gives a paper another kind or note. */
    public void describe(long id, @Valid Describe cmd) {
        Paper paper = Find.locked(em, Paper.class, id);
        Ref subject = subjects.attached(paper.subjectType(), paper.subjectId());
        paper.describe(cmd.version(), kind(cmd.kind()), blank(cmd.note()));
        history.record(subject, PaperAction.DESCRIBE, Said.that("paper.said", paper.name()));
    }

    /** Removes a paper, with a reason; its line stays, its bytes go unless another paper has them. */
    public void remove(long id, @Valid Remove cmd) {
        Paper paper = Find.locked(em, Paper.class, id);
        Ref subject = subjects.attached(paper.subjectType(), paper.subjectId());
        bytes.dropUnused(paper.removed(cmd.version(), cmd.why(), clock.now()));
        history.record(subject, PaperAction.REMOVE, Said.that("paper.said", paper.name()).andWords(cmd.why()));
    }

    /** Removes all papers of a subject that goes itself, for the same reason. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(Ref subject, String words) {
        em.createQuery("select p from Paper p where p.subjectType = :type and p.subjectId = :id and p.removedAt is null order by p.id", Paper.class)
                .setParameter("type", subject.type()).setParameter("id", subject.id()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                .forEach(paper -> {
                    bytes.dropUnused(paper.removed(null, words, clock.now()));
                    history.record(subject, PaperAction.REMOVE, Said.that("paper.said", paper.name()).andWords(words));
                });
    }

    /** Removes one paper of a subject because what it shows is erased. Nothing happens if it is removed already. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: called where people are erased by rule.")
    public void removed(Ref subject, long id) {
        Paper paper = Find.locked(em, Paper.class, id);
        if (paper.subjectType().equals(subject.type()) && paper.subjectId() == subject.id() && !paper.isRemoved()) {
            bytes.dropUnused(paper.removed(null, null, clock.now()));
            history.record(subject, PaperAction.REMOVE, Said.that("paper.said", paper.name()));
        }
    }

    /** Keeps what the scanner has said of a content; null for nothing found. What it found something in loses its bytes. */
    @Unguarded("Called by the job that scans; changes nothing but what is known of the content.")
    public void scanned(long contentId, String found) {
        PaperContent content = em.find(PaperContent.class, contentId, LockModeType.PESSIMISTIC_WRITE);
        if (content != null) {
            content.scanned(found, clock.now());
            if (found != null) {
                bytes.empty(contentId);
            }
        }
    }

    /** Removes a paper whose time of keeping is over. */
    @Unguarded("Called by the job of retention, which follows the rule that an administrator gave the kind.")
    public void expire(long id) {
        Paper paper = Find.locked(em, Paper.class, id);
        Long content = paper.removed(null, null, clock.now());
        bytes.dropUnused(content);
        history.record(new Ref(paper.subjectType(), paper.subjectId(), paper.name()), PaperAction.REMOVE, Said.that("paper.said_expired", paper.name()));
    }

    /** The kind of a file of which nobody has said one: among those that are offered, the usual ones first. */
    private Long usual(String subjectType, Received file) {
        Map<String, Long> offered = new LinkedHashMap<>();
        em.createQuery("select k from PaperKind k where k.offered = true order by k.place, k.id", PaperKind.class).getResultList().forEach(k -> offered.put(k.code(), k.id()));
        String code = pick(places.kind(subjectType).usual(), file.mediaType().startsWith("image/"), offered.keySet());
        if (code == null) {
            throw new Refused("paper.kind", "");
        }
        return offered.get(code);
    }

    /** The first that fits of the usual kinds, else of all that are offered; null if none does. */
    static String pick(List<String> usual, boolean picture, Collection<String> offered) {
        Stream<String> first = picture && usual.contains(PHOTO) ? Stream.of(PHOTO) : Stream.empty();
        return Stream.of(first, usual.stream(), Stream.of("OTHER"), offered.stream()).flatMap(codes -> codes).filter(offered::contains)
                .filter(code -> picture || !PHOTO.equals(code)).findFirst().orElse(null);
    }

    private Long kind(String code) {
        return em.createQuery("select k from PaperKind k where k.code = :code", PaperKind.class).setParameter("code", code).getResultList().stream()
                .filter(PaperKind::offered).map(PaperKind::id).findFirst().orElseThrow(() -> new Refused("paper.kind", code));
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
