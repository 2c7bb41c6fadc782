package de.schulpakt.procurement.bank;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.procurement.catalogue.Articles;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Accounts of suppliers: one person enters them from a paper, another confirms them. */
@UseCases
public class SupplierAccounts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Articles articles;

    /**
     * An account as it stands on a paper.
     *
     * @param holder as the bank knows it
     * @param bic    null if the bank needs none
     * @param source the paper: number of an invoice, day of a letter
     */
    public record Propose(@NotBlank @Size(max = 70) String holder, @NotBlank @Size(max = 60) String iban, @Size(max = 20) String bic,
            @NotBlank @Size(max = 300) String source) {
    }

    /** It was compared with its paper; the note may be null. */
    public record Confirm(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** It is not right, or not used any more. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Enters an account. The database refuses a second one that waits with {@code supplier_account_once}.
     *
     * @return its id
     * @throws Refused {@code bank.iban_wrong}, {@code bank.bic_wrong}
     */
    public Long propose(long supplierId, @Valid Propose cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        articles.requireSupplier(supplierId);
        SupplierAccount account = new SupplierAccount(supplierId, cmd, clock.now());
        em.persist(account);
        em.flush();
        history.record(account.ref(), SupplierAccountAction.PROPOSE, Said.that("said.bank", Sepa.iban(cmd.iban())).andWords(cmd.source()));
        news.tellEverywhere("message.bank_proposed", account.ref());
        return account.id();
    }

    /**
     * Somebody else confirms it: the supplier is paid there from now on, and no longer where it was before.
     *
     * @throws Refused {@code duty.apart} for who has entered it
     */
    public void confirm(long id, @Valid Confirm cmd) {
        SupplierAccount account = steps.locked(SupplierAccount.class, id, SupplierAccountAction.CONFIRM);
        for (SupplierAccount before : em.createQuery("select a from SupplierAccount a where a.supplierId = :supplier and a.state = :confirmed", SupplierAccount.class)
                .setParameter("supplier", account.supplierId()).setParameter("confirmed", SupplierAccountState.CONFIRMED).getResultList()) {
            if (!before.id().equals(account.id())) {
                history.record(before.ref(), SupplierAccountAction.REPLACE, before.follow(SupplierAccountAction.REPLACE), Said.NOTHING);
            }
        }
        em.flush();
        steps.on(account, SupplierAccountAction.CONFIRM, cmd.version()).record(Said.words(cmd.note()));
        news.goneOn(account.ref());
    }

    /** It is not right. What is confirmed stays. */
    public void decline(long id, @Valid Reason cmd) {
        news.goneOn(steps.take(SupplierAccount.class, id, SupplierAccountAction.DECLINE, cmd.version(), cmd.reason()).ref());
    }

    /** It is not used any more: the supplier cannot be paid until another one is confirmed. */
    public void end(long id, @Valid Reason cmd) {
        steps.take(SupplierAccount.class, id, SupplierAccountAction.END, cmd.version(), cmd.reason());
    }
}
