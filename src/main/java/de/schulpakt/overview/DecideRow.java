package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;
import java.time.Instant;

/**
 * A request that waits for a decision. Amounts gross, in cents.
 *
 * @param category     the category that asks for most, or the one where money is missing
 * @param freeCents    what is free for the school in that category, in approval periods that still run
 * @param missingCents what is missing over all categories; 0 if it is enough
 */
public record DecideRow(Long id, String no, Long schoolId, String school, String title, Instant submittedAt, Long totalCents,
        Category category, Long freeCents, Long missingCents) {
}
