package de.schulpakt.funding;

import java.time.LocalDate;

/**
 * A budget in a list. Amounts gross, own share included, in cents.
 *
 * @param availableCents allotted - reserved - committed - spent
 * @param periodTo       last day of the approval period
 */
public record BudgetRow(Long id, String programmeCode, String applicationNo, Integer positionNo, Category category,
        Long schoolId, String school, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
        Long availableCents, LocalDate periodTo) {
}
