package de.schulpakt.procurement.request;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which budgets pay which line: of the budgets of the line's category whose approval period has not ended, the one that ends
 * first and still has room for the whole line; if none has, the line is split over them, what ends first being used up first.
 * What none of them has is paid by own money if some was named; else it is missing where most room was, so that the ledger can
 * say how much. Amounts gross, in cents.
 */
final class PayingPlan {
    private static final Comparator<BudgetQueries.Row> ENDS_FIRST = Comparator
            .comparing(BudgetQueries.Row::periodTo, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(BudgetQueries.Row::id);

    private final List<BudgetQueries.Row> open;
    private final Long restFrom;
    private final Map<Long, Long> left = new HashMap<>();

    PayingPlan(List<BudgetQueries.Row> budgets, LocalDate today) {
        this(budgets, today, null);
    }

    /** @param restFrom own money that pays what the positions have not; null if none was named */
    PayingPlan(List<BudgetQueries.Row> budgets, LocalDate today, Long restFrom) {
        this.open = budgets.stream().filter(b -> b.periodTo() == null || !b.periodTo().isBefore(today))
                .sorted(ENDS_FIRST).toList();
        this.restFrom = restFrom;
        open.forEach(b -> left.put(b.id(), b.availableCents()));
    }

    /** The budgets whose approval period has not ended, what ends first before the others. */
    List<BudgetQueries.Row> open() {
        return open;
    }

    /** The budgets that pay this amount, which is then no longer free in this plan; empty if nothing can pay the category at all. */
    List<Part> pay(Category category, long cents) {
        List<BudgetQueries.Row> fit = open.stream().filter(b -> b.category() == category).toList();
        for (BudgetQueries.Row whole : fit) {
            if (left.get(whole.id()) >= cents) {
                return List.of(taken(whole.id(), cents));
            }
        }
        if (fit.isEmpty()) {
            return restFrom == null ? List.of() : List.of(new Part(restFrom, cents));
        }
        BudgetQueries.Row most = fit.stream().max(Comparator.comparing(b -> left.get(b.id()))).orElseThrow();
        long missing = cents;
        Map<Long, Long> parts = new HashMap<>();
        for (BudgetQueries.Row part : fit) {
            long some = Math.min(missing, Math.max(0, left.get(part.id())));
            parts.put(part.id(), some);
            missing -= some;
        }
        List<Part> paid = new ArrayList<>();
        if (restFrom == null) {
            parts.merge(most.id(), missing, Long::sum);
        }
        for (BudgetQueries.Row part : fit) {
            if (parts.get(part.id()) > 0) {
                paid.add(taken(part.id(), parts.get(part.id())));
            }
        }
        if (restFrom != null && missing > 0) {
            paid.add(new Part(restFrom, missing));
        }
        return paid;
    }

    private Part taken(Long budgetId, long cents) {
        take(budgetId, cents);
        return new Part(budgetId, cents);
    }

    /** The amount is no longer free in this plan: somebody chose this budget. */
    void take(Long budgetId, long cents) {
        left.computeIfPresent(budgetId, (id, free) -> Math.subtractExact(free, cents));
    }

    /** What the budget has left after all that was planned; negative by what is missing; null if it is not one of the plan. */
    Long left(Long budgetId) {
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
