package de.schulpakt.inventory.claim;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.claim.ClaimAction.CORRECT;
import static de.schulpakt.inventory.claim.ClaimAction.PAY;
import static de.schulpakt.inventory.claim.ClaimAction.REOPEN;
import static de.schulpakt.inventory.claim.ClaimAction.WAIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Use cases of claims against borrowers. */
@UseCases
public class Claims {
    private static final long MOST_CENTS = 1_000_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    TermsQueries terms;

    /**
     * Claims an amount for a loan: by a price of the authority, or by words and an amount of one's own.
     *
     * @return id of the claim
     * @throws NotFound if the asker may not see the loan, or its authority has no such price
     * @throws Refused  {@code claim.amount_missing} if neither a price nor words with an amount are given; {@code claim.due_past}; {@code claim.nobody} for a
     *                  loan whose borrower is not known any longer; {@code claim.no_loss} for a loss of a device that is not lost by the borrower;
     *                  {@code claim.open_already} if the same is claimed for the device already, and nobody says that it is claimed again
     */
    public Long claim(@Valid Open cmd) {
        Lent loan = Ask.of(em, Lent.class, """
                select l.id as id, l.no as no, l.deviceId as deviceId, l.schoolId as schoolId, s.authorityId as authorityId, l.erasedOn as erasedOn, l.state as state
                from Loan l join School s on s.id = l.schoolId where l.id = :id""").set("id", cmd.loanId()).one().orElseThrow(() -> new NotFound("Loan", cmd.loanId()));
        guard.require(LOAN_EDIT, loan.schoolId());
        if (loan.erasedOn() != null) {
            throw new Refused("claim.nobody", loan.no());
        }
        if (cmd.kind() == ClaimKind.LOSS && loan.state() != LoanState.LOST) {
            throw new Refused("claim.no_loss", loan.no());
        }
        due(cmd.dueOn());
        TermsQueries.Price price = cmd.priceId() == null ? null : terms.prices(loan.authorityId() == null ? -1 : loan.authorityId()).stream()
                .filter(p -> p.id().equals(cmd.priceId())).findFirst().orElseThrow(() -> new NotFound("LoanPrice", cmd.priceId()));
        String label = cmd.label() == null || cmd.label().isBlank() ? price == null ? null : price.label() : cmd.label().strip();
        Long cents = cmd.amountCents() == null ? price == null ? null : price.priceCents() : cmd.amountCents();
        if (label == null || cents == null) {
            throw new Refused("claim.amount_missing");
        }
        refuseTwice(cmd, loan, label);
        LoanClaim claim = new LoanClaim(numbers.next("F"), loan.schoolId(), cmd, label, cents, clock.now(), actor.name());
        em.persist(claim);
        em.flush();
        history.record(claim.ref(), ClaimAction.CLAIM, Said.that("said.claim", loan.no(), Money.of(cents), cmd.dueOn()));
        return claim.id();
    }

    /** A device is lost once, and the same damage of it is claimed once, whoever had it. */
    private void refuseTwice(Open cmd, Lent loan, String label) {
        if (Boolean.TRUE.equals(cmd.again())) {
            return;
        }
        Ask.of(em, Same.class, "select c.no as no, c.label as label, c.amountCents as amountCents from LoanClaim c join Loan l on l.id = c.loanId"
                + " where l.deviceId = :device and c.state = :open and c.kind = :kind order by c.id").set("device", loan.deviceId()).set("open", ClaimState.OPEN)
                .set("kind", cmd.kind()).list().stream().filter(c -> cmd.kind() == ClaimKind.LOSS || c.label().equalsIgnoreCase(label)).findFirst().ifPresent(c -> {
                    throw new Refused("claim.open_already", c.no(), c.label(), Money.of(c.amountCents()));
                });
    }

    /** Another amount or day; refused {@code claim.due_past}. */
    public void correct(long id, @Valid Correct cmd) {
        var step = steps.begin(LoanClaim.class, id, CORRECT, cmd.version());
        due(cmd.dueOn());
        step.record(Said.that("said.claim_changed", Money.of(step.subject().amountCents()), Money.of(cmd.amountCents()), cmd.dueOn()).andWords(cmd.note()));
        step.subject().correct(cmd.amountCents(), cmd.dueOn());
    }

    /** The money has come; refused {@code claim.paid_ahead} for a day to come, {@code claim.paid_before} for one before the claim. */
    public void pay(long id, @Valid Pay cmd) {
        var step = steps.begin(LoanClaim.class, id, PAY, cmd.version());
        if (cmd.paidOn().isAfter(clock.today())) {
            throw new Refused("claim.paid_ahead", cmd.paidOn());
        }
        LocalDate claimed = step.subject().openedOn();
        if (cmd.paidOn().isBefore(claimed)) {
            throw new Refused("claim.paid_before", cmd.paidOn(), claimed);
        }
        step.record(Said.that("said.claim_paid", Money.of(step.subject().amountCents()), cmd.paidOn()));
        step.subject().paid(cmd.paidOn());
    }

    /** It is given up. */
    public void waive(long id, @Valid Why cmd) {
        steps.take(LoanClaim.class, id, WAIVE, cmd.version(), cmd.note());
    }

    /** It was not paid, or is not waived after all. */
    public void reopen(long id, @Valid Why cmd) {
        steps.take(LoanClaim.class, id, REOPEN, cmd.version(), cmd.note()).paid(null);
    }

    /** What happened is erased with what is known of the people. */
    void loansErased(@Observes Loans.Erased news) {
        em.createQuery("update LoanClaim c set c.words = null where c.loanId in :loans").setParameter("loans", news.loanIds()).executeUpdate();
    }

    private void due(LocalDate day) {
        if (day.isBefore(clock.today())) {
            throw new Refused("claim.due_past", day);
        }
    }

    /** A loan for which something is claimed. */
    record Lent(Long id, String no, Long deviceId, Long schoolId, Long authorityId, LocalDate erasedOn, LoanState state) {
    }

    /** A claim that is open. */
    record Same(String no, String label, Long amountCents) {
    }

    /** What is claimed for. */
    public enum ClaimKind {
        /** It came back damaged, or something was missing. */
        DAMAGE,
        /** It did not come back. */
        LOSS
    }

    /**
     * A claim.
     *
     * @param priceId     price of the authority, null for words and an amount of one's own
     * @param label       what is claimed, null to take it from the price
     * @param amountCents null to take it from the price
     * @param words       what happened, may be null
     * @param dueOn       last day to pay
     * @param again       true: it is claimed once more though the same is open; null like false
     */
    public record Open(@NotNull Long loanId, @NotNull ClaimKind kind, Long priceId, @Size(max = 120) String label, @Min(1) @Max(MOST_CENTS) Long amountCents,
            @Size(max = 2000) String words, @NotNull LocalDate dueOn, Boolean again) {
        /** What is not claimed yet. */
        public Open(Long loanId, ClaimKind kind, Long priceId, String label, Long amountCents, String words, LocalDate dueOn) {
            this(loanId, kind, priceId, label, amountCents, words, dueOn, null);
        }
    }

    /** Another amount in cents, or another day; the note says why and names nobody. */
    public record Correct(@NotNull Integer version, @NotNull @Min(1) @Max(MOST_CENTS) Long amountCents, @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 2000) String note) {
    }

    /** The day on which the money came. */
    public record Pay(@NotNull Integer version, @NotNull LocalDate paidOn) {
    }

    /** A step with its reason, which names nobody. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
