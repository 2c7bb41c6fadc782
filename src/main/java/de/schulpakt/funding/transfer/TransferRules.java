package de.schulpakt.funding.transfer;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Percent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.util.EnumSet;

/** What the rules of a programme say to a transfer: a verified one refuses, any other warns. */
@ApplicationScoped
class TransferRules {
    private static final long FULL_BP = 10_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Clock clock;

    /**
     * What was found.
     *
     * @param said   what an unverified rule would have refused, or that there is none
     * @param second true if a verified rule asks for a second person
     */
    record Found(Said said, boolean second) {
    }

    /** What was approved for a position, with what it got out of the rest less what it gave to it, and what its budget has now. */
    record Approved(Long approvedCents, Long allottedCents) {
    }

    boolean sameApplication(Long one, Long other) {
        return Ask.of(em, Long.class, "select count(a) from Budget a, Budget b where a.id = :one and b.id = :other and a.applicationId = b.applicationId")
                .set("one", one).set("other", other).one().orElse(0L) == 1;
    }

    /**
     * Asks the rules of the receiving position; own money has none, and what goes back to the rest of the application either. What comes out of
     * the rest was granted for positions and is no deviation.
     *
     * @throws Refused {@code transfer.tolerance} above what a verified rule allows
     */
    Found of(BudgetQueries.Named from, BudgetQueries.Named to, Money amount) {
        if (to.kind() != BudgetKind.POSITION) {
            return new Found(Said.NOTHING, false);
        }
        return new Found(from.kind() == BudgetKind.REST ? Said.NOTHING : tolerance(to, amount), second(to, amount));
    }

    private Said tolerance(BudgetQueries.Named to, Money amount) {
        var rules = programmes.rules(RuleKind.TOLERANCE_BP, to.programmeId(), to.category(), clock.today());
        if (rules.isEmpty()) {
            return Said.that("transfer.no_rule");
        }
        Approved now = Ask.of(em, Approved.class, """
                select p.approvedCents + (select coalesce(sum(t.amountCents - t.returnedCents), 0) from Transfer t join Budget y on y.id = t.fromBudgetId
                        where t.toBudgetId = b.id and t.state in :booked and y.kind = :rest)
                    - (select coalesce(sum(o.amountCents - o.returnedCents), 0) from Transfer o join Budget z on z.id = o.toBudgetId
                        where o.fromBudgetId = b.id and o.state in :booked and z.kind = :rest) as approvedCents, b.allottedCents as allottedCents
                from Budget b join FundingPosition p on p.id = b.positionId where b.id = :id""").set("id", to.id())
                .set("booked", EnumSet.of(TransferState.BOOKED, TransferState.HELD)).set("rest", BudgetKind.REST).one().orElseThrow();
        Money after = Money.of(now.allottedCents()).plus(amount);
        Said said = Said.NOTHING;
        for (ProgrammeQueries.Rule rule : rules) {
            int bp = Integer.parseInt(rule.value());
            BigInteger most = BigInteger.valueOf(now.approvedCents()).multiply(BigInteger.valueOf(FULL_BP + bp)).divide(BigInteger.valueOf(FULL_BP));
            if (after.cents() > most.longValueExact()) {
                Percent percent = new Percent(bp);
                Money approved = Money.of(now.approvedCents());
                Money highest = Money.of(most.longValueExact());
                if (rule.verified()) {
                    throw new Refused("transfer.tolerance", to.label(), percent, approved, highest, after);
                }
                said = said.and("transfer.tolerance", to.label(), percent, approved, highest, after).and("funding.warns", rule.source());
            }
        }
        return said;
    }

    private boolean second(BudgetQueries.Named to, Money amount) {
        return programmes.rules(RuleKind.TRANSFER_SECOND_CENTS, to.programmeId(), to.category(), clock.today()).stream()
                .anyMatch(rule -> rule.verified() && amount.cents() > Long.parseLong(rule.value()));
    }
}
