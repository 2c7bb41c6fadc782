package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;

/** Money of schools in a category. Amounts gross, own share included, in cents. */
public record CategoryMoney(Category category, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
        Long freeCents) {
}
