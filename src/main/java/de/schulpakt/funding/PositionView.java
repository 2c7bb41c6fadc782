package de.schulpakt.funding;

/**
 * A position of an application. Amounts are eligible expenditure, own share included, in cents.
 *
 * @param approvedCents  null before the decision
 * @param budgetId       null if nothing was approved
 * @param availableCents what the budget still has, null without budget
 */
public record PositionView(Long id, Long annexId, Integer no, Category category, String description, Long appliedCents,
        Long approvedCents, Long budgetId, Long availableCents) {
}
