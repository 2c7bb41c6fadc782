package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Use cases of the classes of depreciation, which all authorities share. */
@UseCases
public class Classes {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;

    /** Changes useful life and source of a kind; statements that were made stay as they are. */
    public void change(@Valid Change cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        DepreciationClass one = of(cmd.kind());
        int before = one.years();
        one.change(cmd);
        history.record(one.ref(), ValueAction.CHANGE, Said.that("said.years_changed", cmd.kind(), before, cmd.years()).andWords(cmd.source()));
    }

    /** A second person has read useful life and source; refused {@code duty.apart} for who has set them. */
    public void verify(@Valid Verify cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        DepreciationClass one = of(cmd.kind());
        duties.apartFromLast(one.ref(), cmd.kind(), ValueAction.VERIFY, ValueAction.CHANGE);
        one.verify(cmd.version());
        history.record(one.ref(), ValueAction.VERIFY, Said.that("said.years", cmd.kind(), one.years()));
    }

    private DepreciationClass of(ModelKind kind) {
        return em.createQuery("select c from DepreciationClass c where c.kind = :kind", DepreciationClass.class).setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst().orElseThrow(() -> new NotFound("DepreciationClass", kind));
    }

    /**
     * Another useful life.
     *
     * @param source where it stands
     */
    public record Change(@NotNull ModelKind kind, @NotNull Integer version, @NotNull @Min(1) @Max(50) Integer years, @NotBlank @Size(max = 200) String source) {
    }

    /** It was read in its source. */
    public record Verify(@NotNull ModelKind kind, @NotNull Integer version) {
    }
}
