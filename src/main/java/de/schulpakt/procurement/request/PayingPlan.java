package de.schulpakt.procurement.request;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which budget pays which line: of the budgets of the line's category whose approval period has not ended, the one that ends
 * first and still has room for the whole line; if none has, the one with most room, so that the ledger can say how much is
 * missing there. Amounts gross, in cents.
 */
final class PayingPlan {
    private static final Comparator<BudgetQueries.Row> ENDS_FIRST = Comparator
            .comparing(BudgetQueries.Row::periodTo, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(BudgetQueries.Row::id);

    private final List<BudgetQueries.Row> open;
    private final Map<Long, Long> left = new HashMap<>();

    PayingPlan(List<BudgetQueries.Row> budgets, LocalDate today) {
        this.open = budgets.stream().filter(b -> b.periodTo() == null || !b.periodTo().isBefore(today))
                .sorted(ENDS_FIRST).toList();
        open.forEach(b -> left.put(b.id(), b.availableCents()));
    }

    /** The budget that pays this amount, which is then no longer free in this plan; null if there is none of the category. */
    BudgetQueries.Row pay(Category category, long cents) {
        List<BudgetQueries.Row> fit = open.stream().filter(b -> b.category() == category).toList();
        BudgetQueries.Row payer = fit.stream().filter(b -> left.get(b.id()) >= cents).findFirst()
                .or(() -> fit.stream().max(Comparator.comparing(b -> left.get(b.id())))).orElse(null);
        if (payer != null) {
            take(payer.id(), cents);
        }
        return payer;
    }

    /** The amount is no longer free in this plan: somebody chose this budget. */
    void take(Long budgetId, long cents) {
        left.computeIfPresent(budgetId, (id, free) -> Math.subtractExact(free, cents));
    }

    /** What the budget has left after all that was planned; negative by what is missing. */
    long left(Long budgetId) {
        return left.get(budgetId);
    }

    /** What is missing in the budgets that were planned beyond what they have, by category. */
    Map<Category, Long> overdrawn() {
        return open.stream().filter(b -> left.get(b.id()) < 0)
                .collect(Collectors.toMap(BudgetQueries.Row::category, b -> -left.get(b.id()), Long::sum));
    }

    /** What the open budgets of a category have before anything was planned. */
    long free(Category category) {
        return open.stream().filter(b -> b.category() == category).mapToLong(BudgetQueries.Row::availableCents).sum();
    }
}
