package de.schulpakt.paper;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The kinds of papers: their names, whether they are offered, how long such papers are kept. */
@UseCases
public class PaperKinds {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * How a kind is to be from now on.
     *
     * @param keepYears so many years after the end of the year in which it came a paper is removed; null for never
     */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 80) String nameDe, @NotBlank @Size(max = 80) String nameEn,
            @Min(1) @Max(99) Integer keepYears, @NotNull Boolean offered) {
    }

    /**
     * A kind that papers may have from now on.
     *
     * @param code      its name for programs: capital letters, digits and underscores, which never changes
     * @param keepYears so many years after the end of the year in which it came a paper is removed; null for never
     */
    public record Create(@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code, @NotBlank @Size(max = 80) String nameDe,
            @NotBlank @Size(max = 80) String nameEn, @Min(1) @Max(99) Integer keepYears) {
    }

    /**
     * Adds a kind, which stands behind the others.
     *
     * @return its id
     * @throws Refused {@code paper.kind_code} if there is one with this code
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(USER_ADMIN);
        // one after the other: the place is behind the last one
        List<PaperKind> all = em.createQuery("select k from PaperKind k order by k.place, k.id", PaperKind.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (all.stream().anyMatch(k -> k.code().equals(cmd.code()))) {
            throw new Refused("paper.kind_code", cmd.code());
        }
        PaperKind kind = new PaperKind(cmd, all.stream().mapToInt(PaperKind::place).max().orElse(0) + 10);
        em.persist(kind);
        em.flush();
        history.record(kind.ref(), PaperAction.ADD_KIND);
        return kind.id();
    }

    /** Changes a kind; papers of a kind that is no longer offered keep it. */
    public void change(long id, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        PaperKind kind = Find.locked(em, PaperKind.class, id);
        kind.describe(cmd);
        history.record(kind.ref(), PaperAction.CHANGE_KIND);
    }
}
