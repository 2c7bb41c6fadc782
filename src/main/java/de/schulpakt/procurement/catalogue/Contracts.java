package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;

/** Framework contracts. An article belongs to the contract of its supplier whose number it names. */
@UseCases
public class Contracts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * Adds a contract. The database refuses a second one of the same number and supplier with {@code framework_contract_once}.
     *
     * @return its id
     * @throws Refused {@code contract.term} if it would end before it begins
     */
    public Long create(@Valid Create cmd) {
        Find.one(em, Supplier.class, cmd.supplierId());
        guard.requireEverywhere(CATALOGUE_EDIT);
        refuseWrongTerm(cmd.facts());
        FrameworkContract contract = new FrameworkContract(cmd);
        em.persist(contract);
        em.flush();
        history.record(contract.ref(), CatalogueAction.ADD, volume(null, contract.volume()));
        return contract.id();
    }

    /** Changes volume, term or what happens beyond them; refuses as {@link #create}. What was called off stays. */
    public void change(long id, @Valid Change cmd) {
        FrameworkContract contract = Find.locked(em, FrameworkContract.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        refuseWrongTerm(cmd.facts());
        Money before = contract.volume();
        contract.change(cmd.version(), cmd.facts());
        history.record(contract.ref(), CatalogueAction.ALTER, volume(before, contract.volume()));
    }

    private static void refuseWrongTerm(Facts facts) {
        if (facts.fromOn() != null && facts.toOn() != null && facts.toOn().isBefore(facts.fromOn())) {
            throw new Refused("contract.term", facts.fromOn(), facts.toOn());
        }
    }

    private static Said volume(Money before, Money now) {
        return Objects.equals(before, now) ? Said.NOTHING : before == null ? Said.that("said.volume_new", now)
                : Said.that("said.volume", now == null ? "–" : now, before);
    }

    /** A new contract. */
    public record Create(@NotNull Long supplierId, @NotBlank @Size(max = 80) String no, @NotNull @Valid Facts facts) {
    }

    /** New facts of a contract. */
    public record Change(@NotNull Integer version, @NotNull @Valid Facts facts) {
    }

    /**
     * What is agreed.
     *
     * @param volumeCents net, null if none is agreed
     * @param toOn        the last day, null without end
     * @param refuses     true: what exceeds volume or term cannot be ordered; false: it is said and recorded
     */
    public record Facts(@NotBlank @Size(max = 160) String title, @Positive @Max(1_000_000_000_000L) Long volumeCents, LocalDate fromOn, LocalDate toOn,
            @NotNull Boolean refuses) {
    }
}
