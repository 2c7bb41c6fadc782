package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;

/**
 * A budget among those behind a figure. Amounts gross, own share included, in cents.
 *
 * @param freeCents allotted - reserved - committed - spent
 */
public record BudgetLine(Long id, String programme, Long applicationId, String applicationNo, Integer positionNo,
        Category category, Long schoolId, String school, Long allottedCents, Long reservedCents, Long committedCents,
        Long spentCents, Long freeCents) {
}
