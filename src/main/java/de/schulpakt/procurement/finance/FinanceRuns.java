package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Runs: postings that go to the finance system of an authority. They move no money. */
@UseCases
public class FinanceRuns {
    /** Postings of one run; what is more goes into the next one. */
    public static final int MOST = 5_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    FinanceQueries queries;
    @Inject
    Event<Changed> changed;

    /** News, told inside the transaction: other postings of an authority are with the finance system now. */
    public record Changed(Long authorityId) {
    }

    /** What was posted up to this day and is in no run. */
    public record Export(@NotNull Long authorityId, @NotNull LocalDate untilOn) {
    }

    /** The run does not count, with the reason. */
    public record Withdraw(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Puts into a file what was spent and corrected up to a day and is in no other run.
     *
     * @return its id
     * @throws Refused {@code finance.no_setting} if nobody has said how the authority wants its files, {@code finance.future} for a day to come,
     *                 {@code finance.nothing} if nothing is left to send, {@code finance.no_account} for a posting without an account where the files
     *                 have one
     */
    public Long export(@Valid Export cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, cmd.authorityId());
        FinanceSetting setting = FinanceSettings.locked(em, cmd.authorityId());
        if (setting == null) {
            throw new Refused("finance.no_setting");
        }
        if (cmd.untilOn().isAfter(clock.today())) {
            throw new Refused("finance.future", cmd.untilOn());
        }
        List<FinanceQueries.Waiting> waiting = queries.waiting(cmd.authorityId(), setting.fromOn(), cmd.untilOn());
        if (waiting.isEmpty()) {
            throw new Refused("finance.nothing", cmd.untilOn());
        }
        FinanceQueries.Format format = setting.format();
        if (format.columns().contains(FinanceColumn.ACCOUNT)) {
            waiting.stream().filter(w -> w.account() == null).findFirst().ifPresent(w -> {
                throw new Refused("finance.no_account", w.words(), waiting.stream().filter(x -> x.account() == null).count());
            });
        }
        String no = numbers.next("H");
        List<FinanceQueries.Line> lines = FinanceQueries.lines(no, waiting);
        long total = lines.stream().mapToLong(FinanceQueries.Line::amountCents).sum();
        FinanceRun run = new FinanceRun(no, cmd.authorityId(), cmd.untilOn(), format, new FinanceRun.Made(lines.size(), total,
                Sha256.hex(FinanceFiles.write(no, format, lines))), clock.now());
        em.persist(run);
        em.flush();
        lines.forEach(line -> em.persist(new FinanceLine(run.id(), line)));
        em.flush();
        history.record(run.ref(), FinanceAction.EXPORT, Said.that("said.finance_run", lines.size(), Money.of(total), cmd.untilOn()));
        changed.fire(new Changed(cmd.authorityId()));
        return run.id();
    }

    /** A run does not count: its postings go into the next one. */
    public void withdraw(long id, @Valid Withdraw cmd) {
        // the authority's setting first: an export of the same moment sees all of it or nothing
        em.createQuery("select r.authorityId from FinanceRun r where r.id = :id", Long.class).setParameter("id", id).getResultList()
                .forEach(authority -> FinanceSettings.locked(em, authority));
        FinanceRun run = steps.take(FinanceRun.class, id, FinanceAction.WITHDRAW, cmd.version(), cmd.reason());
        em.createQuery("select l from FinanceLine l where l.runId = :id order by l.id", FinanceLine.class).setParameter("id", id).getResultList()
                .forEach(FinanceLine::free);
        em.flush();
        changed.fire(new Changed(run.authorityId()));
    }

    /** Something else than postings went to the finance system, too: who compares with what is booked there is told. Inner door. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who sends it has asked for DELIVERY_RECEIVE at the authority.")
    public void sent(long authorityId) {
        changed.fire(new Changed(authorityId));
    }

    /** Locks what an authority sends: who compares it with what is booked there does so one after the other. Inner door. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who compares has asked for DELIVERY_RECEIVE at the authority.")
    public void lock(long authorityId) {
        FinanceSettings.locked(em, authorityId);
    }
}
