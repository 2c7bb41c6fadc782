package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import java.time.LocalDate;

/**
 * How a budget is called in a sentence, and until when it may be used.
 *
 * @param periodTo last day of the approval period, null if the decision names none
 */
record BudgetName(Integer positionNo, Category category, String school, LocalDate periodTo) {
}
