package de.schulpakt.paper;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

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

    /** Changes a kind; papers of a kind that is no longer offered keep it. */
    public void change(long id, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        PaperKind kind = Find.locked(em, PaperKind.class, id);
        kind.describe(cmd);
        history.record(kind.ref(), PaperAction.CHANGE_KIND);
    }
}
