package de.schulpakt.inventory.terms;

import static de.schulpakt.identity.Permission.DEVICE_RETIRE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.row.Ask;
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
import java.time.LocalDate;

/** Use cases of the terms and prices by which an authority lends. Who answers for its devices writes them. */
@UseCases
public class Terms {
    private static final long MOST_CENTS = 1_000_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Publishes the next edition; loans that run keep theirs.
     *
     * @return id of the edition
     * @throws Refused {@code loan_terms.past} for a day that is over; {@code loan_terms_once} if somebody else publishes one at the same moment
     */
    public Long publish(@Valid Publish cmd) {
        guard.requireAuthority(DEVICE_RETIRE, cmd.authorityId());
        if (cmd.validOn().isBefore(clock.today())) {
            throw new Refused("loan_terms.past", cmd.validOn());
        }
        int last = Ask.of(em, Integer.class, "select t.edition from LoanTerms t where t.authorityId = :authority order by t.edition desc")
                .set("authority", cmd.authorityId()).first().orElse(0);
        LoanTerms terms = new LoanTerms(cmd, last + 1, clock.now(), actor.name());
        em.persist(terms);
        em.flush();
        history.record(terms.ref(), TermsAction.PUBLISH, Said.that("said.terms_from", last + 1, cmd.validOn()));
        return terms.id();
    }

    /**
     * Adds a price.
     *
     * @return its id
     * @throws Refused {@code loan_price_once} if something of that name is asked already
     */
    public Long addPrice(@Valid AddPrice cmd) {
        guard.requireAuthority(DEVICE_RETIRE, cmd.authorityId());
        LoanPrice price = new LoanPrice(cmd, clock.now(), actor.name());
        em.persist(price);
        em.flush();
        history.record(price.ref(), TermsAction.ADD_PRICE, Said.that("said.loan_price", price.label(), Money.of(cmd.priceCents())));
        return price.id();
    }

    /** A price is not asked any longer. Refused {@code loan_price.ended} if that is so already. */
    public void endPrice(long id, @Valid EndPrice cmd) {
        LoanPrice price = Find.locked(em, LoanPrice.class, id);
        guard.requireAuthority(DEVICE_RETIRE, price.authorityId());
        price.end(cmd.version(), clock.now(), actor.name());
        history.record(price.ref(), TermsAction.END_PRICE);
    }

    /**
     * Says whether letters remind borrowers of what is due and overdue, and when; none do until this is said. It is put right by saying it anew.
     *
     * @throws Refused {@code loan_reminding_once} if somebody else says it at the same moment
     */
    public void remind(@Valid Remind cmd) {
        guard.requireAuthority(DEVICE_RETIRE, cmd.authorityId());
        LoanReminding reminding = em.createQuery("select r from LoanReminding r where r.authorityId = :authority", LoanReminding.class)
                .setParameter("authority", cmd.authorityId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseGet(() -> new LoanReminding(cmd.authorityId()));
        reminding.set(cmd, clock.now(), actor.name());
        em.persist(reminding);
        em.flush();
        history.record(reminding.ref(), TermsAction.REMIND, cmd.sends() ? Said.that("said.loan_reminding", cmd.daysBefore(), cmd.daysAgain()) : Said.that("said.loan_reminding_off"));
    }

    /**
     * Letters to borrowers.
     *
     * @param version    of what was seen, null if nothing was said before
     * @param sends      false: nobody is written to
     * @param daysBefore so many days before a device is due, once
     * @param daysAgain  every so many days while it is overdue
     */
    public record Remind(@NotNull Long authorityId, Integer version, boolean sends, @NotNull @Min(0) @Max(30) Integer daysBefore, @NotNull @Min(1) @Max(60) Integer daysAgain) {
    }

    /**
     * An edition.
     *
     * @param text    what borrowers agree to
     * @param validOn first day
     */
    public record Publish(@NotNull Long authorityId, @NotBlank @Size(max = 8000) String text, @NotNull LocalDate validOn) {
    }

    /** A price, in cents. */
    public record AddPrice(@NotNull Long authorityId, @NotBlank @Size(max = 120) String label, @NotNull @Min(1) @Max(MOST_CENTS) Long priceCents) {
    }

    /** A price that was seen in this version. */
    public record EndPrice(@NotNull Integer version) {
    }
}
