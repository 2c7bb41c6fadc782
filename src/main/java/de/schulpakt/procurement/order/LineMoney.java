package de.schulpakt.procurement.order;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.ProgrammeQueries;
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
    @Inject
    ProgrammeQueries programmes;

    /**
     * What an approved invoice spends on a line, or a credit note takes back.
     *
     * @param pieces     that it pays; what the line has without them stays committed
     * @param amount     gross, below zero for a credit
     * @param suppliedOn day on which the goods came
     * @param source     what causes it, e.g. {@code invoice_part:42}
     */
    record Spend(OrderLine line, int pieces, Money amount, LocalDate suppliedOn, String source) {
        /** What it needs beyond the commitment of these pieces. */
        Money extra() {
            return line.commitmentId() == null ? amount : amount.minus(line.price().times(pieces));
        }
    }

    /** The same taken back, because the invoice was wrong: the pieces are paid by none and their money is committed again. */
    record Back(OrderLine line, int pieces, Money amount, String source) {
    }

    /** Who pays a line. */
    List<BudgetQueries.Named> payers(OrderLine line) {
        return List.of(queries.ref(line.budgetId()));
    }

    /** True if a price lies farther from the agreed one than a paying programme tolerates. */
    boolean differs(OrderLine line, Money agreed, Money price) {
        if (agreed.equals(price)) {
            return false;
        }
        long off = Math.multiplyExact(Math.abs(price.cents() - agreed.cents()), 10_000L);
        return payers(line).stream().anyMatch(payer -> off
                > Math.multiplyExact(agreed.cents(), (long) programmes.priceTolerance(payer.programmeId(), payer.category())));
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
     * Spends from the commitments of lines; what is dearer than committed must fit as a whole. What comes after a line is paid
     * wholly changes what was spent, as a credit does.
     *
     * @return the posting that spent, for each line on which anything was
     */
    Map<OrderLine, Long> spend(Collection<Spend> spends, String note) {
        Map<Long, Money> extra = new TreeMap<>();
        spends.forEach(s -> extra.merge(s.line().budgetId(), s.extra(), Money::plus));
        budgets.lockFor(extra);
        Map<OrderLine, Long> spent = new HashMap<>();
        spends.stream().sorted(Comparator.comparing(Spend::line, BY_BUDGET)).forEach(s -> {
            s.line().settle(s.pieces());
            Long posting = post(s, note);
            if (posting != null) {
                spent.put(s.line(), posting);
            }
        });
        return spent;
    }

    private Long post(Spend s, String note) {
        OrderLine line = s.line();
        if (line.commitmentId() != null && s.amount().cents() > 0) {
            Budgets.Spent posted = budgets.spend(line.commitmentId(), s.amount(), line.rest(), s.suppliedOn(), s.source());
            line.committed(posted.restCommitmentId());
            return posted.spendingId();
        }
        Long posting = s.amount().cents() == 0 ? null : budgets.adjust(line.budgetId(), s.amount(), s.source(), note);
        if (s.pieces() != 0) {
            keep(line, s.source(), note);
        }
        return posting;
    }

    /** Takes back what an invoice has spent, with counter-postings; the pieces are committed again at the ordered price. */
    void takeBack(Collection<Back> backs, String reason) {
        lock(backs.stream().map(Back::line).toList());
        backs.stream().sorted(Comparator.comparing(Back::line, BY_BUDGET)).forEach(b -> {
            if (b.amount().cents() != 0) {
                budgets.adjust(b.line().budgetId(), Money.ZERO.minus(b.amount()), b.source(), reason);
            }
            b.line().settle(-b.pieces());
            if (b.pieces() != 0) {
                keep(b.line(), b.source(), reason);
            }
        });
    }

    /** Commits what lines of changed orders need now: what is less is free again, what is more must fit. */
    void follow(Map<OrderLine, String> sources, String reason) {
        lock(sources.keySet());
        sources.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_BUDGET)).forEach(e -> keep(e.getKey(), e.getValue(), reason));
    }

    private void keep(OrderLine line, String source, String reason) {
        Long held = line.commitmentId();
        if (held == null) {
            line.committed(line.unsettled() == 0 ? null : budgets.commitAnew(line.budgetId(), line.rest(), source, reason));
        } else {
            line.committed(budgets.recommit(held, line.rest(), source, reason));
        }
    }
}
