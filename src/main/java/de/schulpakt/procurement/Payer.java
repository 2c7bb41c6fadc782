package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import java.time.LocalDate;

/**
 * The position that pays lines of a category, or would pay them. Amounts gross, in cents.
 *
 * @param needCents  what these lines cost
 * @param budgetId   null if the school has no open position of the category: then the rest is null too
 * @param afterCents what is free after the approval, negative by what is missing; null once it is decided
 */
public record Payer(Category category, Long needCents, Long budgetId, String programmeCode, String applicationNo,
        Integer positionNo, LocalDate periodTo, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
        Long availableCents, Long afterCents) {

    /** True if the money is there, or was. */
    public boolean enough() {
        return budgetId != null && (afterCents == null || afterCents >= 0);
    }

    /** What is missing, zero if nothing is. */
    public long missingCents() {
        return afterCents == null ? 0 : Math.max(0, -afterCents);
    }
}
