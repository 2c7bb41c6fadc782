package de.schulpakt.funding.ledger;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;

/**
 * How a budget is called in a sentence, and until when it may be used.
 *
 * @param applicationNo null for own money
 * @param positionNo null for own money and for an undistributed rest, and so category and school
 * @param periodTo   last day of the approval period, null if the decision names none
 * @param year       household year of own money, null for a position, and so account and the last day of its use
 */
record BudgetName(BudgetKind kind, String applicationNo, Integer positionNo, Category category, String school, LocalDate periodTo, Integer year, String account, LocalDate endsOn) {
    /** Refuses with {@code budget.period_over} a day after the approval period, with {@code own_money.over} one after the use of own money. */
    void unlessOver(LocalDate day) {
        if (periodTo != null && periodTo.isBefore(day)) {
            throw new Refused("budget.period_over", positionNo, category, school, periodTo);
        }
        if (endsOn != null && endsOn.isBefore(day)) {
            throw new Refused("own_money.over", String.valueOf(year), account, endsOn);
        }
    }

    /** What is to be said where money is missing. */
    Refused notEnough(Money free, Money missing) {
        if (kind == BudgetKind.REST) {
            return new Refused("budget.rest_not_enough", applicationNo, free, free.plus(missing), missing);
        }
        return year == null ? new Refused("budget.not_enough", positionNo, category, school, free, free.plus(missing), missing)
                : new Refused("own_money.not_enough", String.valueOf(year), account, free, free.plus(missing), missing);
    }
}
