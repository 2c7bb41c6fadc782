package de.schulpakt.paper.print;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Signing printed papers, with a finger or a mouse or by name alone, and taking a signature back. */
@UseCases
public class Signing {
    @PersistenceContext
    EntityManager em;
    @Inject
    SignatureQueries queries;
    @Inject
    PaperQueries papers;
    @Inject
    History history;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    @Any
    Instance<Printable> kinds;

    /**
     * A signature.
     *
     * @param name     who signs
     * @param capacity in which function, may be null
     * @param strokes  what was drawn, points in thousandths of the width ({@code 12,40 13,42;90,20}); null for a signature by name
     * @param seen     SHA-256 of the words that the person has seen
     */
    public record Sign(@NotBlank @Size(max = 120) String name, @Size(max = 120) String capacity, String strokes, @NotBlank @Size(max = 64) String seen) {
    }

    /** Why a signature does not count any more. */
    public record Withdraw(@NotBlank @Size(max = 1000) String why) {
    }

    /**
     * Keeps a signature under the paper of a subject, with its words.
     *
     * @return id of the signature
     * @throws NotFound if there is no such paper, or the asker may not see it
     * @throws Refused  {@code sign.not_yet} if the paper is not ready to be signed, {@code sign.changed} if it says something else by
     *                  now, {@code sign.strokes} for what is no drawing
     */
    @Unguarded("The room that brings the paper asks, and so do the files of the subject: who may add files there may sign.")
    public Long sign(String kind, long id, @NotNull @Valid Sign cmd) {
        SignatureQueries.Text text = queries.text(kind, id);
        Ref subject = papers.attached(text.subjectType(), id);
        if (!text.ready()) {
            throw new Refused("sign.not_yet", subject.no());
        }
        if (!text.sha256().equals(cmd.seen().strip())) {
            throw new Refused("sign.changed", subject.no());
        }
        Signature signature = new Signature(kind, text.subjectType(), id, cmd, Strokes.of(cmd.strokes()), text.said(), text.sha256(), actor, clock.now());
        em.persist(signature);
        em.flush();
        history.record(subject, SignAction.SIGN, text.names() ? Said.that("sign.said", signature.name()) : Said.NOTHING);
        return signature.id();
    }

    /**
     * Keeps a signature under a paper of which another room knows that who signs may. Refuses as {@link #sign}. Inner door.
     *
     * @param said what the paper says now, in German
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the room that brings the paper knows who signs.")
    public void signed(String kind, Ref subject, String said, Sign cmd) {
        String sha256 = Sha256.hex(said);
        if (!sha256.equals(cmd.seen().strip())) {
            throw new Refused("sign.changed", subject.no());
        }
        em.persist(new Signature(kind, subject.type(), subject.id(), cmd, Strokes.of(cmd.strokes()), said, sha256, actor, clock.now()));
        em.flush();
        history.record(subject, SignAction.SIGN, names(kind) ? Said.that("sign.said", cmd.name().strip()) : Said.NOTHING);
    }

    /**
     * Takes a signature back, with a reason; that it was there stays.
     *
     * @throws NotFound if there is none, or the asker may not see its subject
     * @throws Refused  {@code sign.withdrawn} if that has been done
     */
    @Unguarded("The files of the subject ask: who may add files there may take a signature back.")
    public void withdraw(long id, @NotNull @Valid Withdraw cmd) {
        Signature signature = Find.locked(em, Signature.class, id);
        Ref subject = papers.attached(signature.subjectType(), signature.subjectId());
        signature.withdraw(cmd.why(), actor, clock.now());
        history.record(subject, SignAction.WITHDRAW, names(signature.kind()) ? Said.that("sign.said", signature.name()).andWords(cmd.why()) : Said.NOTHING);
    }

    /** The signatures under the papers of a subject are erased by a rule of its room. Inner door. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the room erases by its rule.")
    public void forget(Ref subject) {
        em.createQuery("delete from Signature s where s.subjectType = :type and s.subjectId = :id").setParameter("type", subject.type())
                .setParameter("id", subject.id()).executeUpdate();
    }

    private boolean names(String kind) {
        return kinds.stream().filter(k -> k.name().equals(kind)).findFirst().map(Printable::names).orElse(true);
    }
}
