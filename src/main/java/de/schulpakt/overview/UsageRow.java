package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;

/**
 * Money of one school and category. Amounts gross, own share included, in cents.
 *
 * @param freeCents allotted - reserved - committed - spent
 */
public record UsageRow(Long schoolId, String school, Category category, Long allottedCents, Long reservedCents,
        Long committedCents, Long spentCents, Long freeCents) {
}
