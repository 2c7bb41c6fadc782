package de.schulpakt.funding;

import java.time.LocalDate;
import java.util.Set;

/**
 * One budget. Amounts gross, own share included, in cents.
 *
 * @param actions what the asker may do now
 */
public record BudgetView(Long id, Long programmeId, String programmeCode, Long applicationId, String applicationNo,
        Integer positionNo, String description, Category category, Long schoolId, String school, Long allottedCents,
        Long reservedCents, Long committedCents, Long spentCents, Long availableCents, LocalDate periodFrom,
        LocalDate periodTo, String decisionReference, Integer version, Set<BudgetAction> actions) {
}
