package de.schulpakt.procurement.order;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.request.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The money of order lines. Through it alone orders reach the ledger: it knows which budget pays a line and which posting holds
 * its money, locks the budgets in id order and posts line by line. Call it last, everything else being done.
 */
@ApplicationScoped
class LineMoney {
    private static final Comparator<OrderLine> BY_BUDGET = Comparator.comparing(OrderLine::budgetId)
            .thenComparing(OrderLine::lineNo);

    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;

    /**
     * What is spent on a line.
     *
     * @param pieces that are settled with it; what the line awaits without them stays committed
     * @param amount gross, more than nothing
     * @param source what causes it, e.g. {@code delivery_line:42}
     */
    record Spend(OrderLine line, int pieces, Money amount, String source) {
        /** What it needs beyond the commitment of these pieces. */
        Money extra() {
            return amount.minus(line.price().times(pieces));
        }
    }

    /** Who pays a line. */
    List<BudgetQueries.Named> payers(OrderLine line) {
        return List.of(queries.ref(line.budgetId()));
    }

    /** Locks the budgets of these lines, for a use case that has rows to write which point to them. */
    void lock(Collection<OrderLine> lines) {
        budgets.lockInOrder(lines.stream().map(OrderLine::budgetId).toList());
    }

    /** Turns the reservations of wishes into commitments of their lines at the ordered prices; what is dearer must fit as a whole. */
    void commit(Map<OrderLine, Wish> lines) {
        Map<Long, Money> extra = new TreeMap<>();
        lines.forEach((line, wish) -> extra.merge(line.budgetId(), line.total().minus(wish.total()), Money::plus));
        budgets.lockFor(extra);
        lines.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_BUDGET)).forEach(e -> e.getKey()
                .committed(budgets.commit(e.getValue().reservationId(), e.getKey().total(), e.getKey().source())));
    }

    /**
     * Spends from the commitments of lines that know already what has come; what is dearer than committed must fit as a whole.
     *
     * @param suppliedOn day on which the goods came
     * @return the posting that spent, for each line
     */
    Map<OrderLine, Long> spend(Collection<Spend> spends, LocalDate suppliedOn) {
        Map<Long, Money> extra = new TreeMap<>();
        spends.forEach(s -> extra.merge(s.line().budgetId(), s.extra(), Money::plus));
        budgets.lockFor(extra);
        Map<OrderLine, Long> spent = new HashMap<>();
        spends.stream().sorted(Comparator.comparing(Spend::line, BY_BUDGET)).forEach(s -> {
            Budgets.Spent posted = budgets.spend(s.line().commitmentId(), s.amount(), s.line().rest(), suppliedOn, s.source());
            s.line().committed(posted.restCommitmentId());
            spent.put(s.line(), posted.spendingId());
        });
        return spent;
    }

    /** Frees what is committed for lines of which nothing more comes. */
    void release(Collection<OrderLine> lines, String reason) {
        lock(lines);
        lines.stream().sorted(BY_BUDGET).forEach(line -> {
            budgets.release(line.commitmentId(), line.source(), reason);
            line.committed(null);
        });
    }
}
