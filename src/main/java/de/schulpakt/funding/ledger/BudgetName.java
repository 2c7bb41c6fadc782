package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;

/**
 * How a budget is called in a sentence, and until when it may be used.
 *
 * @param periodTo last day of the approval period, null if the decision names none
 */
record BudgetName(Integer positionNo, Category category, String school, LocalDate periodTo) {
    /** Refuses with {@code budget.period_over} a day after the approval period. */
    void unlessOver(LocalDate day) {
        if (periodTo != null && periodTo.isBefore(day)) {
            throw new Refused("budget.period_over", positionNo, category, school, periodTo);
        }
    }
}
