package de.schulpakt.paper.type;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Which types of files are taken in: within what the house can keep and send without harm ({@link SafeType}). */
@UseCases
public class PaperTypes {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * How files of a type are dealt with from now on.
     *
     * @param version of what was seen; 0 for a type that was never taken in
     * @param offered true if new files of it are taken in; those that are there can be opened in any case
     * @param shown   true if browsers show it where they can, false: as a download only
     */
    public record Change(@NotNull SafeType type, @NotNull Integer version, @NotNull Boolean offered, @NotNull Boolean shown) {
    }

    /**
     * Changes how files of a type are dealt with; it is put right by changing it again.
     *
     * @throws Conflict if it was changed after the asker saw it
     * @throws Refused  {@code paper.type_not_shown} if browsers are to show what they can only keep; {@code paper.type_last} for the last one that is taken in
     */
    public void change(@Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        if (cmd.shown() && cmd.type().shown() == Shown.NONE) {
            throw new Refused("paper.type_not_shown", cmd.type().ending());
        }
        // one after the other, so that one is left
        long offered = em.createQuery("select t from PaperType t order by t.mediaType", PaperType.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .filter(PaperType::offered).count();
        PaperType type = em.find(PaperType.class, cmd.type().mediaType());
        if (!cmd.offered() && type != null && type.offered() && offered == 1) {
            throw new Refused("paper.type_last");
        }
        boolean before = type != null && type.offered();
        Shown shownBefore = type == null ? Shown.NONE : type.shown();
        int seen = type == null ? 0 : type.version();
        if (type == null) {
            type = new PaperType(cmd.type());
            em.persist(type);
            em.flush();
            em.refresh(type);
        }
        Conflict.unlessSame(type.ref(), cmd.version(), seen);
        type.set(cmd.offered(), cmd.shown() ? cmd.type().shown() : Shown.NONE);
        em.flush();
        Ref ref = type.ref();
        history.record(ref, PaperTypeAction.CHANGE_TYPE, Said.that("said.paper_type", how(before, shownBefore), how(type.offered(), type.shown())));
    }

    private static Sentence how(boolean offered, Shown shown) {
        return Sentence.of(!offered ? "said.paper_type_not" : shown == Shown.NONE ? "said.paper_type_download" : "said.paper_type_shown");
    }
}
