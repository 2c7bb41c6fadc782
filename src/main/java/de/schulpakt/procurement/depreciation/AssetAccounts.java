package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.procurement.finance.FinanceRuns;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** On which accounts of the ledger an authority writes off. */
@UseCases
public class AssetAccounts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    FinanceRuns runs;

    /**
     * Accounts of a class.
     *
     * @param kind         null for all classes that have none of their own
     * @param asset        where the things stand
     * @param depreciation what is written off
     * @param disposal     what is left of things that are given up
     * @param item         special item
     * @param dissolution  income of its release
     */
    public record Say(ModelKind kind, @NotBlank @Size(max = 40) String asset, @NotBlank @Size(max = 40) String depreciation, @NotBlank @Size(max = 40) String disposal,
            @NotBlank @Size(max = 40) String item, @NotBlank @Size(max = 40) String dissolution) {
    }

    /** The class has no accounts of its own any more; kind is null for what all classes have. */
    public record Drop(ModelKind kind) {
    }

    /** Says the accounts of a class; those that were said before are replaced, runs that were made keep theirs. */
    public void say(long authorityId, @Valid Say cmd) {
        mayAndLock(authorityId);
        AssetAccount known = of(authorityId, cmd.kind());
        AssetAccount account = known == null ? new AssetAccount(authorityId, cmd.kind()) : known;
        account.says(cmd);
        if (known == null) {
            em.persist(account);
        }
        em.flush();
        record(authorityId, Said.that(cmd.kind() == null ? "said.asset_accounts_all" : "said.asset_accounts",
                String.join(" · ", cmd.asset(), cmd.depreciation(), cmd.disposal(), cmd.item(), cmd.dissolution()), cmd.kind()));
    }

    /**
     * They are said no longer.
     *
     * @throws Refused {@code depreciation.not_said} if none are said
     */
    public void drop(long authorityId, @Valid Drop cmd) {
        mayAndLock(authorityId);
        AssetAccount known = of(authorityId, cmd.kind());
        if (known == null) {
            throw new Refused("depreciation.not_said");
        }
        em.remove(known);
        em.flush();
        record(authorityId, Said.that("said.asset_accounts_gone"));
    }

    private void mayAndLock(long authorityId) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        schools.authorityMustBeThere(authorityId);
        runs.lock(authorityId);
    }

    private AssetAccount of(long authorityId, ModelKind kind) {
        return em.createQuery("select a from AssetAccount a where a.authorityId = :authority", AssetAccount.class).setParameter("authority", authorityId)
                .getResultList().stream().filter(a -> a.kind() == kind).findFirst().orElse(null);
    }

    private void record(long authorityId, Said said) {
        history.record(new Ref("AssetAccount", authorityId, "").ofAuthority(authorityId), AssetBookingAction.ACCOUNTS, said);
    }
}
