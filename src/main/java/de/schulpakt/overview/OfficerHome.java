package de.schulpakt.overview;

import java.time.Instant;
import java.util.List;

/**
 * What waits for a funding officer.
 *
 * @param decide      requests to decide, the oldest first
 * @param decideCount how many there are in all
 * @param oldest      when the oldest was submitted, null if there is none
 * @param toOrder     approved requests that are not wholly ordered
 * @param nearlyUsed  budgets of which nine tenths or more are reserved, committed or spent
 */
public record OfficerHome(List<DecideRow> decide, Long decideCount, Instant oldest, Long toOrder, List<ExpectedOrder> orders,
        List<Deadline> deadlines, MoneySum money, List<BudgetLine> nearlyUsed, List<DelayRow> delays) {
}
